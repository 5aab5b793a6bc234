import { ChannelType, GatewayDispatchEvents as Event, OverwriteType } from 'discord-api-types/v10';
import type { ChannelId, PersonId } from '../../../src/domain/ids.ts';
import type { Instant } from '../../../src/domain/time.ts';
import {
  guildChannelPayload,
  guildCreatePayload,
  guildPayload,
  memberPayload,
  rolePayloads,
  threadPayload,
} from './payloads.ts';
import { DiscordServer } from './server.ts';
import type { WorldGuild } from './world.ts';

/** Who and what there is: people, servers, channels, and who may see them. */
export class DiscordPlaces extends DiscordServer {
  /** The bot's own account. */
  get bot(): PersonId {
    return this.world.bot;
  }

  addUser(about: { readonly name: string; readonly bot?: boolean; readonly locale?: string }): PersonId {
    return this.world.addUser(about);
  }

  /** A server; its first member owns it, the bot is in it unless told otherwise. Gives its id. */
  addGuild(about: { members: readonly PersonId[]; name?: string; everyone?: bigint; withoutBot?: boolean }): string {
    const guild = this.world.addGuild({ name: 'Home', ...about });
    this.#announce(guild);
    return guild.id;
  }

  /** A role without permissions, which a channel may be open to; of who has it the bot is told of itself alone. */
  addRole(guild: string, about: { readonly name: string; readonly members: readonly string[] }): string {
    const id = this.world.mint();
    const changed = this.world.guild(guild);
    changed.roles.set(id, about);
    const role = rolePayloads(this.world, changed).find((one) => one.id === id);
    if (role) this.gateway.dispatch({ t: Event.GuildRoleCreate, d: { guild_id: guild, role } }, guild);
    if (about.members.includes(this.bot)) this.#tellOfOwn(changed);
    return id;
  }

  /** A moderator gives somebody a time-out; of others than itself the bot is not told. */
  timeOut(guild: string, user: string, until: Instant): void {
    const { members } = this.world.guild(guild);
    members.set(user, { joinedAt: this.world.now(), ...members.get(user), timedOutUntil: until });
    if (user === this.bot) this.#tellOfOwn(this.world.guild(guild));
  }

  /** Nobody has it any more; the channels that it let people into are not told of. */
  deleteRole(guild: string, role: string): void {
    this.world.guild(guild).roles.delete(role);
    this.gateway.dispatch({ t: Event.GuildRoleDelete, d: { guild_id: guild, role_id: role } }, guild);
  }

  /** A text channel; closed to all but `visibleTo`, where given: name the bot or a role of its there to let it in. */
  addChannel(
    guild: string,
    about: { readonly name: string; readonly visibleTo?: readonly string[]; readonly type?: ChannelType.GuildVoice },
  ): ChannelId {
    const channel = this.world.addChannel({ type: about.type ?? ChannelType.GuildText, name: about.name, guild });
    if (about.visibleTo !== undefined) this.world.letInOnly(channel, about.visibleTo);
    this.gateway.dispatch({ t: Event.ChannelCreate, d: guildChannelPayload(channel) }, guild);
    return channel.id;
  }

  addVoiceChannel(guild: string, about: { readonly name: string; readonly visibleTo?: readonly string[] }): ChannelId {
    return this.addChannel(guild, { ...about, type: ChannelType.GuildVoice });
  }

  addThread(parent: ChannelId, name: string): ChannelId {
    const { guild } = this.world.channel(parent);
    if (guild === undefined) throw new TypeError('Direct messages have no threads.');
    const thread = this.world.addChannel({ type: ChannelType.PublicThread, name, guild, parent });
    this.happenings.tell(thread, { t: Event.ThreadCreate, d: threadPayload(this.world, thread) });
    return thread.id;
  }

  /** The people's own direct messages, which the bot is not part of. */
  addPrivateChannel(a: PersonId, b: PersonId): ChannelId {
    return this.world.directChannel(a, b).id;
  }

  /** Somebody comes into a server, or the bot does. */
  addMember(guild: string, user: string): void {
    const entered = this.world.guild(guild);
    entered.members.set(user, { joinedAt: this.world.now() });
    if (user === this.bot) this.#announce(entered);
    else {
      const member = { ...memberPayload(this.world, entered, user), guild_id: guild };
      this.gateway.dispatch({ t: Event.GuildMemberAdd, d: member }, guild);
    }
  }

  /** Closes a channel to all but these people or roles, or opens it to all. */
  showTo(channel: ChannelId, people: readonly string[] | 'everyone'): void {
    const changed = this.world.channel(channel);
    if (people === 'everyone') changed.overwrites.clear();
    else this.world.letInOnly(changed, people);
    this.gateway.dispatch({ t: Event.ChannelUpdate, d: guildChannelPayload(changed) }, changed.guild);
  }

  renameChannel(channel: ChannelId, name: string): void {
    const renamed = { ...this.world.channel(channel), name };
    this.world.channels.set(channel, renamed);
    this.gateway.dispatch({ t: Event.ChannelUpdate, d: guildChannelPayload(renamed) }, renamed.guild);
  }

  renameGuild(guild: string, name: string): void {
    const renamed = { ...this.world.guild(guild), name };
    this.world.guilds.set(guild, renamed);
    this.gateway.dispatch({ t: Event.GuildUpdate, d: guildPayload(this.world, renamed) }, guild);
  }

  /** Sets what everybody may do in a server where no channel says otherwise. */
  allowEveryone(guild: string, everyone: bigint): void {
    const changed = { ...this.world.guild(guild), everyone };
    this.world.guilds.set(guild, changed);
    const role = rolePayloads(this.world, changed).find(({ id }) => id === guild);
    if (role) this.gateway.dispatch({ t: Event.GuildRoleUpdate, d: { guild_id: guild, role } }, guild);
  }

  /** Sets what one person, the bot included, may and may not do in a channel. */
  overwrite(channel: ChannelId, who: string, rule: { readonly allow?: bigint; readonly deny?: bigint }): void {
    const changed = this.world.channel(channel);
    const [allow, deny] = [(rule.allow ?? 0n).toString(), (rule.deny ?? 0n).toString()];
    changed.overwrites.set(who, { id: who, type: OverwriteType.Member, allow, deny });
    this.gateway.dispatch({ t: Event.ChannelUpdate, d: guildChannelPayload(changed) }, changed.guild);
  }

  removeMember(guild: string, user: string): void {
    const left = this.world.guild(guild);
    left.members.delete(user);
    if (user === this.bot) this.gateway.dispatch({ t: Event.GuildDelete, d: { id: guild } }, guild);
    else {
      const gone = { guild_id: guild, user: this.world.user(user).user };
      this.gateway.dispatch({ t: Event.GuildMemberRemove, d: gone }, guild);
    }
  }

  deleteChannel(channel: ChannelId): void {
    const gone = this.world.channel(channel);
    this.world.channels.delete(channel);
    this.gateway.dispatch({ t: Event.ChannelDelete, d: guildChannelPayload(gone) }, gone.guild);
  }

  removeGuild(guild: string): void {
    this.world.guilds.delete(guild);
    for (const [id, channel] of this.world.channels) if (channel.guild === guild) this.world.channels.delete(id);
    this.gateway.dispatch({ t: Event.GuildDelete, d: { id: guild } }, guild);
  }

  /** As if a few minutes had gone by: what was posted with a nonce can be posted with it again. */
  forgetNonces(): void {
    this.world.nonces.clear();
  }

  /**
   * From here on bots hear nothing of the server, though it can still be read and written in. A bot that identifies
   * meanwhile waits for it, as it does for a GUILD_CREATE that is late.
   */
  outage(guild: string): void {
    this.gateway.dispatch({ t: Event.GuildDelete, d: { id: guild, unavailable: true } }, guild);
    this.gateway.out.add(guild);
  }

  /** Ends the outage; what happened in it is never told. */
  recover(guild: string): void {
    this.gateway.out.delete(guild);
    this.#announce(this.world.guild(guild));
  }

  /** Whether this person takes direct messages from the bot; if not, it is answered 50007. */
  closeDirectMessages(user: string, closed = true): void {
    this.world.user(user).closed = closed;
  }

  /** What the bot is by now in a server. */
  #tellOfOwn(guild: WorldGuild): void {
    const member = { ...memberPayload(this.world, guild, this.bot), guild_id: guild.id, avatar: null, banner: null };
    this.gateway.dispatch({ t: Event.GuildMemberUpdate, d: member }, guild.id);
  }

  #announce(guild: WorldGuild): void {
    if (!guild.members.has(this.bot)) return;
    this.gateway.dispatch({ t: Event.GuildCreate, d: guildCreatePayload(this.world, guild) }, guild.id);
  }
}
