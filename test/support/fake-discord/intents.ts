import {
  type APIMessage,
  GatewayDispatchEvents as Event,
  type GatewayDispatchPayload,
  GatewayIntentBits as Intent,
} from 'discord-api-types/v10';

type DistributedOmit<T, K extends string> = T extends unknown ? Omit<T, K> : never;

/** An event before a session numbers it. */
export type Dispatch = DistributedOmit<GatewayDispatchPayload, 'op' | 's'>;

/** Which intent an event needs: in a guild, and in direct messages. Interactions need none. */
const NEEDED: Partial<Record<Event, readonly [guild: Intent, direct: Intent]>> = {
  [Event.GuildCreate]: [Intent.Guilds, Intent.Guilds],
  [Event.GuildUpdate]: [Intent.Guilds, Intent.Guilds],
  [Event.GuildRoleCreate]: [Intent.Guilds, Intent.Guilds],
  [Event.GuildRoleUpdate]: [Intent.Guilds, Intent.Guilds],
  [Event.GuildRoleDelete]: [Intent.Guilds, Intent.Guilds],
  [Event.GuildDelete]: [Intent.Guilds, Intent.Guilds],
  [Event.ChannelCreate]: [Intent.Guilds, Intent.Guilds],
  [Event.ChannelUpdate]: [Intent.Guilds, Intent.Guilds],
  [Event.ChannelDelete]: [Intent.Guilds, Intent.Guilds],
  [Event.ThreadCreate]: [Intent.Guilds, Intent.Guilds],
  [Event.GuildMemberAdd]: [Intent.GuildMembers, Intent.GuildMembers],
  [Event.GuildMemberRemove]: [Intent.GuildMembers, Intent.GuildMembers],
  [Event.MessageCreate]: [Intent.GuildMessages, Intent.DirectMessages],
  [Event.MessageUpdate]: [Intent.GuildMessages, Intent.DirectMessages],
  [Event.MessageDelete]: [Intent.GuildMessages, Intent.DirectMessages],
  [Event.MessageDeleteBulk]: [Intent.GuildMessages, Intent.DirectMessages],
  [Event.MessageReactionAdd]: [Intent.GuildMessageReactions, Intent.DirectMessageReactions],
  [Event.MessageReactionRemove]: [Intent.GuildMessageReactions, Intent.DirectMessageReactions],
  [Event.TypingStart]: [Intent.GuildMessageTyping, Intent.DirectMessageTyping],
  [Event.VoiceStateUpdate]: [Intent.GuildVoiceStates, Intent.GuildVoiceStates],
};

/** Whether a session that asked for these intents hears the event. */
export function hears(intents: number, event: Dispatch['t'], inGuild: boolean): boolean {
  const needed = NEEDED[event];
  return needed === undefined || (intents & needed[inGuild ? 0 : 1]) !== 0;
}

/** Intents a bot asked for without having them switched on in the developer portal; Discord answers 4014. */
export function disallowed(intents: number, allowed: { messageContent: boolean; guildMembers: boolean }): boolean {
  if (!allowed.messageContent && (intents & Intent.MessageContent) !== 0) return true;
  if (!allowed.guildMembers && (intents & Intent.GuildMembers) !== 0) return true;
  return (intents & Intent.GuildPresences) !== 0;
}

/** The event as a session with these intents may read it. */
export function asSeen(dispatch: Dispatch, intents: number, bot: string): Dispatch {
  if ((intents & Intent.MessageContent) !== 0) return dispatch;
  if (dispatch.t !== Event.MessageCreate && dispatch.t !== Event.MessageUpdate) return dispatch;
  if (dispatch.d.guild_id === undefined) return dispatch;
  return { ...dispatch, d: blank(dispatch.d, bot) };
}

/**
 * Takes out of a guild message what the MessageContent intent guards. Own messages and mentions stay readable.
 * Source: Discord gateway documentation, "Message Content Intent".
 */
export function blank<M extends APIMessage>(message: M, bot: string): M {
  const referenced = message.referenced_message;
  const open = message.author.id === bot || message.mentions.some(({ id }) => id === bot);
  const rest = open ? message : { ...message, content: '', embeds: [], attachments: [], components: [] };
  if (!open) delete rest.message_snapshots;
  if (!referenced) return rest;
  return { ...rest, referenced_message: blank(referenced, bot) };
}
