import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MINUTE } from '../../src/domain/time.ts';
import { type Bot, startBot } from '../support/bot/bot.ts';
import type { Fault } from '../support/fake-discord/faults.ts';
import { rowsIn } from './support/rows.ts';
import { type DiscordStage, MONDAY_EVENING, setDiscord, TOKEN } from './support/stage.ts';

/** Law 4, "at most once for nudges": the process is killed while a direct message is on its way. */

const NEUTRAL = 'Something small, when you have a minute.';

let folder: string;
let file: string;
let stage: DiscordStage;
let now = MONDAY_EVENING;
let bot: Bot;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nod-at-most-once-'));
  file = join(folder, 'nod.sqlite');
  now = MONDAY_EVENING;
  stage = await setDiscord({ now: () => now, file });
});
afterEach(async () => {
  await bot.kill();
  await stage.discord.stop();
  rmSync(folder, { recursive: true });
});

async function start(): Promise<void> {
  const { apiBase } = stage.discord;
  const options = { quietStart: false, daysOff: false };
  bot = await startBot({ apiBase, token: TOKEN, file, logFile: join(folder, 'log'), now, options });
  await stage.discord.settled();
}

async function moveTo(at: number): Promise<void> {
  now = at;
  await bot.advanceTo(at);
  await stage.discord.settled();
}

/** Speaks past good news, and kills Nod once the call that this fault catches is under way. */
async function killDuring(fault: (direct: string) => Pick<Fault, 'match' | 'afterEffect'>): Promise<void> {
  const { discord, ana, ben, channel } = stage;
  await start();
  discord.say(ana, channel, "i got the promotion!!! i'm so happy 🎉");
  await discord.settled();
  await moveTo(now + 2 * MINUTE);
  discord.say(ben, channel, 'did you move the car?');
  await discord.settled();
  discord.fault({ ...fault(discord.dm(ben).channel), how: 'hang', times: 100 });
  now += 18 * MINUTE;
  const moved = bot.advanceTo(now).catch(() => {}); // it dies over it
  await discord.waitFor(() => discord.rest.some((call) => call.fault === 'hang'));
  await bot.kill();
  await moved;
  discord.clearFaults();
}

async function outboxAfterKill(): Promise<readonly unknown[] | undefined> {
  await bot.kill();
  return rowsIn(file)['outbox'];
}

describe.each([
  ['before the post', (direct: string) => ({ match: `POST /channels/${direct}/messages` }), 0],
  [
    'after the post',
    (direct: string) => ({ match: `POST /channels/${direct}/messages`, afterEffect: true as const }),
    1,
  ],
] as const)('a process killed %s', (_, fault, sent) => {
  it(`leaves ${sent === 0 ? 'no whisper' : 'one whisper'}, however often it is started again`, async () => {
    await killDuring(fault);
    const { discord, ana, ben, channel } = stage;
    const before = discord.dm(ben).messages.map(({ content }) => content);

    await start();
    await moveTo(now + 5 * MINUTE);
    const rows = await outboxAfterKill();
    await start();
    await moveTo(now + 30 * MINUTE);

    const after = discord.dm(ben).messages.map(({ content }) => content);
    expect([before, after]).toEqual([Array(sent).fill(NEUTRAL), Array(sent).fill(NEUTRAL)]);
    expect(rows).toHaveLength(sent);
    discord.say(ben, channel, 'wait WHAT!! you got promoted?? tell me everything');
    await discord.settled();
    await moveTo(now + 3 * MINUTE);
    expect(discord.dm(ben).messages.map(({ content }) => content)).toEqual(Array(sent).fill('All done here.'));
    expect(discord.dm(ana).messages).toEqual([]);
  });
});
