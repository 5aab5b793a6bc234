import {
  Client,
  type ClientEvents,
  type ClientOptions,
  Events,
  GatewayIntentBits as Intent,
  Partials,
} from 'discord.js';
import type { FakeDiscord } from './fake-discord.ts';

/** What Nod asks for. */
export const INTENTS =
  Intent.Guilds |
  Intent.GuildMessages |
  Intent.MessageContent |
  Intent.GuildMessageReactions |
  Intent.GuildMessageTyping |
  Intent.GuildVoiceStates |
  Intent.DirectMessages;

/** Identifying is throttled to once in 5 s; the fake needs no such mercy. */
const AT_ONCE = { waitForIdentify: async () => {} };

/** The real discord.js, pointed at the fake and not yet logged in. */
export function createClient(discord: FakeDiscord, options: Partial<ClientOptions> = {}): Client {
  return new Client({
    intents: INTENTS,
    partials: [Partials.Channel, Partials.Message, Partials.Reaction, Partials.User],
    enforceNonce: true,
    allowedMentions: { parse: [] },
    ws: { buildIdentifyThrottler: async () => AT_ONCE },
    ...options,
    rest: { api: discord.apiBase, ...options.rest },
  });
}

/** Logs in and waits until every server is there. */
export async function connect(client: Client<boolean>, token: string): Promise<Client<true>> {
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(token);
  return ready;
}

/** Keeps what an event brings, oldest first. */
export function collect<E extends keyof ClientEvents>(client: Client<boolean>, event: E): ClientEvents[E][] {
  const heard: ClientEvents[E][] = [];
  client.on(event, (...brought) => {
    heard.push(brought);
  });
  return heard;
}
