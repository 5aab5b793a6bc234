import {
  type APIApplicationCommand,
  type APIMessage,
  type APIOverwrite,
  type APIPartialEmoji,
  type APIUser,
  ChannelType,
  OverwriteType,
  PermissionFlagsBits as Permission,
} from 'discord-api-types/v10';
import { type ChannelId, channelId, type MessageId, messageId, type PersonId } from '../../../src/domain/ids.ts';
import type { Instant } from '../../../src/domain/time.ts';
import { refuse } from './faults.ts';
import { createSnowflakes } from './snowflake.ts';

export interface WorldUser {
  readonly user: APIUser;
  readonly locale: string;
  /** Set when this person takes no direct messages from the bot. */
  closed: boolean;
}

export interface WorldMember {
  readonly joinedAt: Instant;
  /** Until then a moderator lets them look on at most. */
  readonly timedOutUntil?: Instant;
}

export interface WorldGuild {
  readonly id: string;
  readonly name: string;
  readonly owner: PersonId;
  readonly members: Map<string, WorldMember>;
  /** What everybody may do where no channel says otherwise. */
  readonly everyone: bigint;
  /** The role Discord made for the bot; without permissions, as Nod is invited. */
  readonly botRole: string;
  /** Other roles, without permissions, and who has them. */
  readonly roles: Map<string, { readonly name: string; readonly members: readonly string[] }>;
  /** Who is in which voice channel. */
  readonly voices: Map<string, ChannelId>;
}

export interface WorldChannel {
  readonly id: ChannelId;
  readonly type: ChannelType.GuildText | ChannelType.GuildVoice | ChannelType.PublicThread | ChannelType.DM;
  readonly name: string;
  readonly guild?: string;
  /** Of a thread, the channel it hangs in. */
  readonly parent?: ChannelId;
  /** Of a DM, the two people. */
  readonly recipients: readonly string[];
  readonly overwrites: Map<string, APIOverwrite>;
  readonly messages: Map<string, WorldMessage>;
}

/** Who reacted with it plainly, and who with a burst. */
export interface WorldReaction {
  readonly emoji: APIPartialEmoji;
  readonly users: string[];
  readonly bursts: string[];
}

export interface WorldMessage {
  /** The message without its reactions, which are kept beside it. */
  message: APIMessage;
  readonly reactions: WorldReaction[];
  /** Set on an ephemeral message: only this person sees it. */
  readonly onlyFor?: string;
}

/** What people may do where nothing is set, as in a new server. */
/** Source: Discord API reference, "Permissions for Timed Out Members". */
const LEFT_IN_TIME_OUT = Permission.ViewChannel | Permission.ReadMessageHistory;
const EVERYONE =
  Permission.ViewChannel |
  Permission.SendMessages |
  Permission.ReadMessageHistory |
  Permission.AddReactions |
  Permission.EmbedLinks |
  Permission.AttachFiles |
  Permission.UseExternalEmojis |
  Permission.UseApplicationCommands |
  Permission.SendMessagesInThreads |
  Permission.CreatePublicThreads |
  Permission.Connect |
  Permission.Speak |
  Permission.CreateInstantInvite;

/** What being let into a channel means. */
const LET_IN = Permission.ViewChannel | Permission.SendMessages | Permission.ReadMessageHistory;

/** Everything the fake remembers; it outlives every bot that connects to it. */
export class World {
  readonly now: () => Instant;
  readonly mint: () => string;
  readonly users = new Map<string, WorldUser>();
  readonly guilds = new Map<string, WorldGuild>();
  readonly channels = new Map<string, WorldChannel>();
  /** Registered commands: global under `''`, others under their guild. */
  readonly commands = new Map<string, readonly APIApplicationCommand[]>();
  /** Messages by channel and nonce, for `enforce_nonce`. */
  readonly nonces = new Map<string, WorldMessage>();
  /** What was uploaded, by attachment id. */
  readonly files = new Map<string, Uint8Array>();
  readonly bot: PersonId;

  constructor(now: () => Instant) {
    this.now = now;
    this.mint = createSnowflakes(now);
    this.bot = this.addUser({ name: 'Nod', bot: true });
  }

  addUser(about: { readonly name: string; readonly bot?: boolean; readonly locale?: string }): PersonId {
    const id = this.mint() as PersonId;
    const username = about.name.toLowerCase().replaceAll(/[^a-z0-9._]/g, '_');
    const user: APIUser = { id, username, discriminator: '0', global_name: about.name, avatar: null };
    if (about.bot) user.bot = true;
    this.users.set(id, { user, locale: about.locale ?? 'en-US', closed: false });
    return id;
  }

  addGuild(about: { name: string; members: readonly PersonId[]; everyone?: bigint; withoutBot?: boolean }): WorldGuild {
    const joinedAt = this.now();
    const inside = about.withoutBot ? about.members : [...about.members, this.bot];
    const guild: WorldGuild = {
      id: this.mint(),
      name: about.name,
      owner: about.members[0] ?? this.bot,
      members: new Map(inside.map((member) => [member, { joinedAt }])),
      everyone: about.everyone ?? EVERYONE,
      botRole: this.mint(),
      roles: new Map(),
      voices: new Map(),
    };
    this.guilds.set(guild.id, guild);
    return guild;
  }

  addChannel(about: Partial<WorldChannel> & Pick<WorldChannel, 'type' | 'name'>): WorldChannel {
    const id = channelId(this.mint());
    const channel = { recipients: [], overwrites: new Map(), messages: new Map(), ...about, id };
    this.channels.set(id, channel);
    return channel;
  }

  /** Closes a guild channel to all but these people, or those who have these roles. */
  letInOnly(channel: WorldChannel, people: readonly string[]): void {
    if (channel.guild === undefined) throw new TypeError('A direct channel has no permissions.');
    channel.overwrites.clear();
    const closed = { allow: '0', deny: Permission.ViewChannel.toString() };
    channel.overwrites.set(channel.guild, { id: channel.guild, type: OverwriteType.Role, ...closed });
    const open = { allow: LET_IN.toString(), deny: '0' };
    const { roles } = this.guild(channel.guild);
    const typeOf = (id: string) => (roles.has(id) ? OverwriteType.Role : OverwriteType.Member);
    for (const id of people) channel.overwrites.set(id, { id, type: typeOf(id), ...open });
  }

  /** The direct channel of two people, made when it is first needed. */
  directChannel(a: string, b: string = this.bot): WorldChannel {
    for (const channel of this.channels.values()) {
      if (channel.type === ChannelType.DM && channel.recipients.includes(a) && channel.recipients.includes(b)) {
        return channel;
      }
    }
    return this.addChannel({ type: ChannelType.DM, name: '', recipients: [a, b] });
  }

  user(id: string): WorldUser {
    return found(this.users.get(id), 10013);
  }

  guild(id: string): WorldGuild {
    return found(this.guilds.get(id), 10004);
  }

  channel(id: string): WorldChannel {
    return found(this.channels.get(id), 10003);
  }

  /** The message and where it is. */
  message(id: string): { readonly at: WorldChannel; readonly held: WorldMessage } {
    for (const at of this.channels.values()) {
      const held = at.messages.get(id);
      if (held !== undefined) return { at, held };
    }
    throw refuse(10008);
  }

  /** Messages everybody in the channel sees, oldest first, as they were put in. */
  history(channel: WorldChannel): WorldMessage[] {
    return [...channel.messages.values()].filter(({ onlyFor }) => onlyFor === undefined);
  }

  mintMessage(): MessageId {
    return messageId(this.mint());
  }

  shareGuild(a: string, b: string): boolean {
    return [...this.guilds.values()].some(({ members }) => members.has(a) && members.has(b));
  }

  /** What someone may do in a channel. Source: Discord API reference, "Permission Overwrites". */
  permissions(who: string, channel: WorldChannel): bigint {
    if (channel.guild === undefined) return channel.recipients.includes(who) ? EVERYONE : 0n;
    const guild = this.guilds.get(channel.guild);
    if (guild?.members.has(who) !== true) return 0n;
    if (guild.owner === who) return ~0n & 0x7fff_ffff_ffff_ffffn;
    const ruling = channel.parent === undefined ? channel : this.channel(channel.parent);
    let allowed = guild.everyone;
    for (const id of [guild.id, ...this.rolesOf(guild, who), who]) {
      const overwrite = ruling.overwrites.get(id);
      if (overwrite !== undefined) allowed = (allowed & ~BigInt(overwrite.deny)) | BigInt(overwrite.allow);
    }
    const isTimedOut = (guild.members.get(who)?.timedOutUntil ?? 0) > this.now();
    return isTimedOut ? allowed & LEFT_IN_TIME_OUT : allowed;
  }

  /** The roles somebody has besides that of everybody. */
  rolesOf(guild: WorldGuild, who: string): string[] {
    const given = [...guild.roles].flatMap(([id, { members }]) => (members.includes(who) ? [id] : []));
    return who === this.bot ? [guild.botRole, ...given] : given;
  }

  may(who: string, permission: bigint, channel: WorldChannel): boolean {
    return (this.permissions(who, channel) & permission) === permission;
  }

  /** The channel, if the bot can look into it. */
  openToBot(id: string): WorldChannel {
    const channel = this.channel(id);
    if (!this.may(this.bot, Permission.ViewChannel, channel)) throw refuse(50001);
    return channel;
  }
}

function found<T>(thing: T | undefined, code: 10003 | 10004 | 10008 | 10013): T {
  if (thing === undefined) throw refuse(code);
  return thing;
}
