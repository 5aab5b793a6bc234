import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, expect, it } from 'vitest';
import { everythingOn } from '../../src/domain/settings.ts';
import { DAY, HOUR } from '../../src/domain/time.ts';
import { newDyad } from '../../src/engine/new-dyad.ts';
import { cursorAt } from '../../src/platforms/discord/snowflake.ts';
import { createSqliteStore } from '../../src/stores/sqlite.ts';
import { createDice } from '../../training/dice.ts';
import { type Bot, startBot } from '../support/bot/bot.ts';
import { FakeDiscord } from '../support/fake-discord/fake-discord.ts';
import { type ChatStep, weekOfChat } from './week-of-chat.ts';

/**
 * Law 4: kill the process anywhere, cut the socket anywhere, and the tally equals that of the undisturbed run,
 * except for what history does not hold: when a reaction came.
 */

const TOKEN = 'token-of-the-bot';
const MONDAY = Date.parse('2026-05-04T10:00:00+02:00');
const SEED = Number(process.env['NOD_TEST_SEED'] ?? 20_260_504);
const KILLS = 26;
const CUTS = 30;
/** Steps of the chat that pass while the process is down. */
const LONGEST_DOWN = 3;
const folder = mkdtempSync(join(tmpdir(), 'nod-crash-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Row {
  readonly at: number;
  readonly by: number;
  readonly kind: number;
  readonly energy: number;
  readonly style: number | null;
  readonly available_seconds: number | null;
}

interface Stage {
  readonly discord: FakeDiscord;
  readonly people: Readonly<Record<'ana' | 'ben', string>>;
  readonly channel: string;
  readonly file: string;
  now: number;
  bot: Bot | undefined;
  /** Ids of each one's messages, newest last. */
  readonly said: Record<'ana' | 'ben', string[]>;
}

async function openStage(name: string): Promise<Stage> {
  const stage = { now: MONDAY - HOUR } as { -readonly [K in keyof Stage]: Stage[K] };
  const discord = new FakeDiscord({ now: () => stage.now, token: TOKEN });
  await discord.start(0);
  const [ana, ben] = [discord.addUser({ name: 'Ana' }), discord.addUser({ name: 'Ben' })];
  const guild = discord.addGuild({ members: [ana, ben] });
  const channel = discord.addChannel(guild, { name: 'us', visibleTo: [ana, ben, discord.bot] });
  const file = join(folder, `${name}.sqlite`);
  const store = await createSqliteStore({ file });
  const row = await store.invite({ platform: 'discord', channel, by: ana, to: ben, at: stage.now });
  const partner = (index: 0 | 1) => ({
    id: row.partners[index].id,
    settings: everythingOn('Europe/Berlin'),
    consentedAt: stage.now,
  });
  const state = newDyad([partner(0), partner(1)], { at: stage.now, cursor: cursorAt(stage.now) });
  await store.commit({ states: [{ dyad: row.id, state }], moments: [], outbox: [], ledger: [] });
  await store.close();
  return Object.assign(stage, {
    discord,
    people: { ana, ben },
    channel,
    file,
    bot: undefined,
    said: { ana: [], ben: [] },
  });
}

async function start(stage: Stage): Promise<void> {
  const { discord, file, now } = stage;
  const options = { quietStart: false, daysOff: false };
  stage.bot = await startBot({
    apiBase: discord.apiBase,
    token: TOKEN,
    file,
    logFile: join(folder, 'log'),
    now,
    options,
  });
  await discord.settled();
}

async function moveTo(stage: Stage, at: number): Promise<void> {
  stage.now = at;
  await stage.bot?.advanceTo(at);
  await stage.discord.settled();
}

function perform({ discord, people, channel, said }: Stage, step: ChatStep): void {
  const by = people[step.by];
  const other = said[step.by === 'ana' ? 'ben' : 'ana'].at(-1);
  if (step.does === 'say') {
    said[step.by].push(discord.say(by, channel, step.text, step.reply && other ? { replyTo: other } : {}));
  } else if (step.does === 'react') {
    if (other) discord.react(by, other, step.emoji);
  } else {
    const own = said[step.by].at(-1);
    if (own) discord.edit(own, step.text);
  }
}

async function finish(stage: Stage): Promise<readonly Row[]> {
  await moveTo(stage, stage.now + 3 * DAY);
  await stage.bot?.settle();
  await stage.bot?.kill();
  await stage.discord.stop();
  const db = new Database(stage.file, { readonly: true });
  const rows = db.prepare('select at, by, kind, energy, style, available_seconds from moments order by at, by').all();
  db.close();
  return rows as Row[];
}

async function undisturbed(week: readonly ChatStep[]): Promise<readonly Row[]> {
  const stage = await openStage('undisturbed');
  await start(stage);
  for (const step of week) {
    await moveTo(stage, step.at);
    perform(stage, step);
    await stage.discord.settled();
  }
  return finish(stage);
}

/** Real milliseconds until a closed socket is noticed. */
const NOTICED = 40;
const CUT_KINDS = ['close', 4000, 4009, 'reconnect', 'invalid-resumable', 'invalid', 1000] as const;

/** Cuts the connection, plays the step while it is down, lets time pass until the next one, and waits until it stands. */
async function cut(stage: Stage, step: ChatStep, { dice, next }: { dice: () => number; next: number }): Promise<void> {
  const how = CUT_KINDS[Math.floor(dice() * CUT_KINDS.length)] as (typeof CUT_KINDS)[number];
  const before = stage.discord.ops.length;
  stage.discord.kick(how);
  await stage.discord.waitFor(() => stage.discord.connected === 0 || stage.discord.ops.length > before);
  await new Promise((resolve) => setTimeout(resolve, NOTICED)); // until the other end has seen it too
  perform(stage, step);
  const away = stage.now + dice() * Math.max(0, next - stage.now - 1_000);
  stage.now = Math.floor(away);
  await stage.bot?.advanceTo(stage.now);
  await stage.discord.waitFor(() => stage.discord.ops.slice(before).some(({ op }) => op === 2 || op === 6));
  await stage.discord.settled();
  await stage.bot?.settle();
  await stage.discord.settled();
}

async function disturbed(week: readonly ChatStep[]): Promise<readonly Row[]> {
  const dice = createDice(SEED + 1);
  const points = pointsOf(week, dice);
  const stage = await openStage('disturbed');
  await start(stage);
  let downFor = 0;
  for (const [index, step] of week.entries()) {
    await moveTo(stage, step.at);
    const next = week[index + 1]?.at ?? step.at;
    if (points.cuts.has(index) && stage.bot) await cut(stage, step, { dice, next });
    else perform(stage, step);
    if (points.kills.has(index) && stage.bot) {
      // Sometimes in the middle of what is under way, sometimes after it, and down for a few events.
      if (dice() < 0.5) await stage.discord.settled();
      if (dice() < 0.5) await moveTo(stage, stage.now + 300);
      await stage.bot.kill();
      stage.bot = undefined;
      downFor = Math.floor(dice() * (LONGEST_DOWN + 1));
    } else {
      await stage.discord.settled();
    }
    if (stage.bot) continue;
    if (downFor > 0) downFor -= 1;
    else await start(stage);
  }
  if (!stage.bot) await start(stage);
  return finish(stage);
}

/** Which steps a kill or a cut falls on; never so that an edit falls into the gap, whose time history does not hold. */
function pointsOf(week: readonly ChatStep[], dice: () => number): { kills: Set<number>; cuts: Set<number> } {
  const editsIn = (index: number) => week.slice(index, index + LONGEST_DOWN + 2).some((step) => step.does === 'edit');
  const draw = (count: number, taken: Set<number>) => {
    const drawn = new Set<number>();
    while (drawn.size < count) {
      const index = Math.floor(dice() * week.length);
      if (!taken.has(index) && !editsIn(index)) drawn.add(index);
    }
    return drawn;
  };
  const kills = draw(KILLS, new Set());
  return { kills, cuts: draw(CUTS, kills) };
}

const what = ({ at, by, kind }: Row) => ({ at, by, kind });

it(`tallies the same after ${KILLS} kills and ${CUTS} socket cuts as without`, { timeout: 240_000 }, async () => {
  const week = weekOfChat(SEED, MONDAY);

  const [calm, stormy] = await Promise.all([undisturbed(week), disturbed(week)]);

  expect(calm.length).toBeGreaterThan(20);
  expect(stormy.map(what), `seed ${SEED}`).toEqual(calm.map(what));
  // A row is the same, or its time is absent since history alone told of a reaction; then a word may have come first.
  const exact = stormy.map((row, index) => (row.available_seconds === null ? calm[index] : row));
  expect(exact, `seed ${SEED}`).toEqual(calm);
  const timed = stormy.filter((row) => row.available_seconds !== null);
  expect(timed.length).toBeGreaterThan(stormy.length / 2);
});
