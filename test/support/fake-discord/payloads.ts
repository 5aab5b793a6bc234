import {
  type APIBaseVoiceState,
  type APIChannel,
  type APIDMChannel,
  type APIGuild,
  type APIGuildMember,
  type APIGuildVoiceChannel,
  type APIMessage,
  type APIPublicThreadChannel,
  type APIRole,
  type APITextChannel,
  type APIVoiceState,
  ChannelType,
  type GatewayGuildCreateDispatchData,
  type GatewayMessageCreateDispatchData,
  type GuildMemberFlags,
  GuildSystemChannelFlags,
  Locale,
  ThreadAutoArchiveDuration,
} from 'discord-api-types/v10';
import type { Instant } from '../../../src/domain/time.ts';
import type { World, WorldChannel, WorldGuild, WorldMessage } from './world.ts';

export type GuildChannelPayload = (APITextChannel | APIGuildVoiceChannel) & { guild_id: string };

const NO_MEMBER_FLAGS = 0 as GuildMemberFlags;

/** A timestamp as Discord writes it. */
export function stamp(at: Instant): string {
  return new Date(at).toISOString().replace('Z', '000+00:00');
}

export function memberPayload(world: World, guild: WorldGuild, id: string): APIGuildMember {
  return { user: world.user(id).user, ...memberWithoutUser(world, guild, id) };
}

function memberWithoutUser(world: World, guild: WorldGuild, id: string): Omit<APIGuildMember, 'user'> {
  const { joinedAt = world.now(), timedOutUntil } = guild.members.get(id) ?? {};
  return {
    roles: world.rolesOf(guild, id),
    joined_at: stamp(joinedAt),
    communication_disabled_until: timedOutUntil === undefined ? null : stamp(timedOutUntil),
    nick: null,
    avatar: null,
    deaf: false,
    mute: false,
    flags: NO_MEMBER_FLAGS,
  };
}

export function rolePayloads(world: World, guild: WorldGuild): APIRole[] {
  const look = { color: 0, hoist: false, mentionable: false, flags: 0 };
  const colors = { primary_color: 0, secondary_color: null, tertiary_color: null };
  const everyone = { id: guild.id, name: '@everyone', position: 0, permissions: guild.everyone.toString() };
  const given = [...guild.roles].map(([id, { name }]) => ({ id, name, position: 1, permissions: '0' }));
  const roles: APIRole[] = [everyone, ...given].map((role) => ({ ...role, ...look, colors, managed: false }));
  if (!guild.members.has(world.bot)) return roles;
  const own = { id: guild.botRole, name: 'Nod', position: 1, permissions: '0', tags: { bot_id: world.bot } };
  return [...roles, { ...own, ...look, colors, managed: true }];
}

export function guildChannelPayload(channel: WorldChannel): GuildChannelPayload {
  if (channel.guild === undefined || channel.type === ChannelType.DM || channel.type === ChannelType.PublicThread) {
    throw new TypeError(`${channel.name} is not a channel of a guild.`);
  }
  const shared = { id: channel.id, name: channel.name, guild_id: channel.guild, position: 0, parent_id: null };
  const permission_overwrites = [...channel.overwrites.values()];
  const last_message_id = lastMessage(channel);
  if (channel.type === ChannelType.GuildVoice) {
    return { ...shared, permission_overwrites, type: channel.type, last_message_id, bitrate: 64_000, user_limit: 0 };
  }
  return { ...shared, permission_overwrites, type: channel.type, last_message_id, nsfw: false, topic: null };
}

export function threadPayload(world: World, channel: WorldChannel): APIPublicThreadChannel & { guild_id: string } {
  if (channel.guild === undefined || channel.parent === undefined) throw new TypeError('Not a thread.');
  return {
    id: channel.id,
    type: ChannelType.PublicThread,
    name: channel.name,
    guild_id: channel.guild,
    parent_id: channel.parent,
    last_message_id: lastMessage(channel),
    thread_metadata: {
      archived: false,
      auto_archive_duration: ThreadAutoArchiveDuration.OneDay,
      archive_timestamp: stamp(world.now()),
      locked: false,
    },
  };
}

export function directChannelPayload(world: World, channel: WorldChannel): APIDMChannel {
  const others = channel.recipients.filter((id) => id !== world.bot);
  const recipients = others.map((id) => world.user(id).user);
  return { id: channel.id, type: ChannelType.DM, name: null, last_message_id: lastMessage(channel), recipients };
}

export function channelPayload(world: World, channel: WorldChannel): APIChannel {
  if (channel.type === ChannelType.DM) return directChannelPayload(world, channel);
  return channel.type === ChannelType.PublicThread ? threadPayload(world, channel) : guildChannelPayload(channel);
}

function lastMessage(channel: WorldChannel): string | null {
  return [...channel.messages.keys()].at(-1) ?? null;
}

export function guildPayload(world: World, guild: WorldGuild): APIGuild {
  const unset = { icon: null, splash: null, discovery_splash: null, banner: null, description: null };
  const channels = { afk_channel_id: null, system_channel_id: null, rules_channel_id: null };
  return {
    ...unset,
    ...channels,
    id: guild.id,
    name: guild.name,
    owner_id: guild.owner,
    afk_timeout: 300,
    verification_level: 0,
    default_message_notifications: 1,
    explicit_content_filter: 0,
    roles: rolePayloads(world, guild),
    emojis: [],
    features: [],
    mfa_level: 0,
    application_id: null,
    system_channel_flags: GuildSystemChannelFlags.SuppressJoinNotifications,
    vanity_url_code: null,
    premium_tier: 0,
    preferred_locale: Locale.EnglishUS,
    public_updates_channel_id: null,
    nsfw_level: 0,
    premium_progress_bar_enabled: false,
    hub_type: null,
    safety_alerts_channel_id: null,
    incidents_data: null,
  };
}

/** A guild as a session first hears of it: of the members only the bot and those in voice channels. */
export function guildCreatePayload(world: World, guild: WorldGuild): GatewayGuildCreateDispatchData {
  const channels = [...world.channels.values()].filter((channel) => channel.guild === guild.id);
  const threads = channels.filter(({ type }) => type === ChannelType.PublicThread);
  const seen = new Set([world.bot, ...guild.voices.keys()]);
  return {
    ...guildPayload(world, guild),
    joined_at: stamp(guild.members.get(world.bot)?.joinedAt ?? world.now()),
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    voice_states: [...guild.voices.keys()].map((id) => voicePayload(world, guild, id)),
    members: [...seen].map((id) => memberPayload(world, guild, id)),
    channels: channels.filter(({ type }) => type !== ChannelType.PublicThread).map(guildChannelPayload),
    threads: threads.map((thread) => threadPayload(world, thread)),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

function voicePayload(world: World, guild: WorldGuild, id: string): APIBaseVoiceState {
  return {
    channel_id: guild.voices.get(id) ?? null,
    user_id: id,
    member: memberPayload(world, guild, id),
    session_id: `voice-${id}`,
    deaf: false,
    mute: false,
    self_deaf: false,
    self_mute: false,
    self_video: false,
    suppress: false,
    request_to_speak_timestamp: null,
  };
}

export function voiceUpdatePayload(world: World, guild: WorldGuild, id: string): APIVoiceState {
  return { ...voicePayload(world, guild, id), guild_id: guild.id };
}

/** A message as it stands now, with its reactions; keys Discord leaves out are left out. */
export function messagePayload(world: World, held: WorldMessage): APIMessage {
  if (held.reactions.length === 0) return { ...held.message };
  const reactions = held.reactions.map(({ emoji, users, bursts }) => ({
    emoji,
    count: users.length + bursts.length,
    count_details: { burst: bursts.length, normal: users.length },
    me: users.includes(world.bot),
    me_burst: bursts.includes(world.bot),
    burst_colors: [],
  }));
  return { ...held.message, reactions };
}

/** A message as the gateway tells of it. */
export function messageEventPayload(
  world: World,
  channel: WorldChannel,
  held: WorldMessage,
): GatewayMessageCreateDispatchData {
  const message = messagePayload(world, held);
  if (channel.guild === undefined) return { ...message, channel_type: ChannelType.DM };
  const guild = world.guild(channel.guild);
  const author = message.author.id;
  const member = guild.members.has(author) ? { member: memberWithoutUser(world, guild, author) } : {};
  return { ...message, channel_type: channel.type, guild_id: guild.id, ...member };
}
