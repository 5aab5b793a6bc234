import {
  Client,
  type ClientOptions,
  DefaultRestOptions,
  Events,
  GatewayIntentBits,
  Options,
  type RESTOptions,
} from 'discord.js';
import { SECOND } from '../../domain/time.ts';

/** How the client reaches Discord; all of it has a default but tests move it elsewhere. */
export interface ClientChoices {
  /** Where the REST interface is, as `https://discord.com/api`; it names the gateway. */
  readonly apiBase?: string | undefined;
  /** How long one call may take before it is tried again. */
  readonly requestTimeoutSeconds?: number | undefined;
  readonly ws?: ClientOptions['ws'] | undefined;
}

/** What only the lowest layer sees of every answer. */
interface ClientSignals {
  readonly onRateLimited?: () => void;
  /** Discord no longer knows the token; discord.js forgets it at that and refuses every later call by itself. */
  readonly onTokenRefused?: () => void;
}

/**
 * A longer wait is refused: a message whose moment was looked at before would be sent after it, and whatever is in
 * line behind it would be late as well. Whoever asked tries again, and looks again. Our choice.
 */
const LONGEST_PATIENCE = 5 * SECOND;

const UNAUTHORIZED = 401;
const TOO_MANY_REQUESTS = 429;

/** What Nod hears of; MessageContent is privileged and switched on in the developer portal. */
const INTENTS = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.MessageContent,
  GatewayIntentBits.GuildMessageReactions,
  GatewayIntentBits.GuildMessageTyping,
  GatewayIntentBits.GuildVoiceStates,
  GatewayIntentBits.DirectMessages,
];

/**
 * Nothing anybody wrote, and nobody but the bot itself, stays in discord.js: Nod reads packets as they pass
 * (design, law 2), so partials are not needed either. Servers, channels and roles stay, and who is in which
 * voice channel.
 */
const CACHES: NonNullable<Parameters<typeof Options.cacheWithLimits>[0]> = {
  MessageManager: 0,
  ReactionManager: 0,
  ReactionUserManager: 0,
  PresenceManager: 0,
  ThreadMemberManager: 0,
  GuildBanManager: 0,
  GuildEmojiManager: 0,
  GuildInviteManager: 0,
  GuildScheduledEventManager: 0,
  GuildStickerManager: 0,
  StageInstanceManager: 0,
  AutoModerationRuleManager: 0,
  UserManager: { maxSize: 0, keepOverLimit: (user) => user.id === user.client.user.id },
  GuildMemberManager: { maxSize: 0, keepOverLimit: (member) => member.id === member.client.user.id },
};

/** A discord.js client that hears only what Nod needs and remembers no words; it waits a little where Discord says so. */
export function createClient(choices: ClientChoices, signals: ClientSignals = {}): Client {
  const { apiBase, requestTimeoutSeconds, ws } = choices;
  const client = new Client({
    intents: INTENTS,
    enforceNonce: true,
    allowedMentions: { parse: [] },
    makeCache: Options.cacheWithLimits(CACHES),
    rest: {
      makeRequest: signalling(signals),
      // Of a limit that Discord answers with, only the first is set; of one that is foreseen, both are.
      // Reading waits: what is read late is as true, and one call in many that is refused would lose them all.
      rejectOnRateLimit: ({ method, retryAfter, timeToReset }) =>
        method.toUpperCase() !== 'GET' && Math.max(retryAfter, timeToReset) > LONGEST_PATIENCE,
      ...(apiBase !== undefined && { api: apiBase }),
      ...(requestTimeoutSeconds !== undefined && { timeout: requestTimeoutSeconds * SECOND }),
    },
    ...(ws !== undefined && { ws }),
  });
  for (const event of BRING_THREADS) client.on(event, () => forgetThreads(client));
  return client;
}

/** After any of these discord.js may hold threads, new or all of a server's. */
const BRING_THREADS = [
  Events.ClientReady,
  Events.GuildAvailable,
  Events.GuildCreate,
  Events.ThreadCreate,
  Events.ThreadListSync,
  Events.ThreadUpdate,
] as const;

/** The title of a thread is something somebody wrote; Nod hears nobody there, and no cache option covers them. */
function forgetThreads(client: Client): void {
  for (const [id, channel] of client.channels.cache) {
    if (!channel.isThread()) continue;
    channel.parent?.threads.cache.delete(id);
    channel.guild.channels.cache.delete(id);
    client.channels.cache.delete(id);
  }
}

/** discord.js tells of the limits it foresees, not of those Discord answers with, and of a dead token not at all. */
function signalling({ onRateLimited, onTokenRefused }: ClientSignals): RESTOptions['makeRequest'] {
  return async (url, request) => {
    const response = await DefaultRestOptions.makeRequest(url, request);
    if (response.status === TOO_MANY_REQUESTS) onRateLimited?.();
    // Answers to interactions carry a token of their own, which may have run out.
    if (response.status === UNAUTHORIZED && new Headers(request.headers).has('authorization')) onTokenRefused?.();
    return response;
  };
}
