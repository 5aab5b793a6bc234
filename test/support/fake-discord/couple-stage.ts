import type { ChannelId, PersonId } from '../../../src/domain/ids.ts';
import type { Instant } from '../../../src/domain/time.ts';
import { FakeDiscord } from './fake-discord.ts';
import type { FakeDiscordOptions } from './server.ts';

export const TOKEN = 'token-of-the-bot';
export const NOON: Instant = Date.UTC(2026, 2, 1, 12);

/** A couple's server with one channel that only the two and the bot are let into. */
export interface CoupleStage {
  readonly discord: FakeDiscord;
  readonly ana: PersonId;
  readonly ben: PersonId;
  readonly guild: string;
  readonly channel: ChannelId;
}

/** A running fake with a couple in it; the clock stands at noon unless another is given. */
export async function openStage(options: Partial<FakeDiscordOptions> = {}): Promise<CoupleStage> {
  const discord = new FakeDiscord({ now: () => NOON, token: TOKEN, ...options });
  await discord.start(0);
  const ana = discord.addUser({ name: 'Ana', locale: 'de' });
  const ben = discord.addUser({ name: 'Ben' });
  const guild = discord.addGuild({ members: [ana, ben] });
  const channel = discord.addChannel(guild, { name: 'us', visibleTo: [ana, ben, discord.bot] });
  return { discord, ana, ben, guild, channel };
}
