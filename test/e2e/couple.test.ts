import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ChannelId, PersonId } from '../../src/domain/ids.ts';
import { DAY, MINUTE, SECOND } from '../../src/domain/time.ts';
import { type Bot, startBot } from '../support/bot/bot.ts';
import { FakeDiscord, type MessageLike } from '../support/fake-discord/fake-discord.ts';
import { databaseBytes, findWords } from '../support/search-bytes.ts';

/** A couple's first week, over real sockets, with the process killed again and again. */

const TOKEN = 'token-of-the-bot';
const MONDAY_EVENING = Date.parse('2026-05-04T18:00:00+02:00');
const folder = mkdtempSync(join(tmpdir(), 'nod-couple-'));
const file = join(folder, 'nod.sqlite');
const logFile = join(folder, 'log');

let now = MONDAY_EVENING;
let discord: FakeDiscord;
let bot: Bot;
let ana: PersonId;
let ben: PersonId;
let cam: PersonId;
let channel: ChannelId;

async function start(): Promise<void> {
  const options = { quietStart: true, daysOff: false };
  bot = await startBot({ apiBase: discord.apiBase, token: TOKEN, file, logFile, now, options });
  await discord.settled();
}

async function killAndStart(): Promise<void> {
  await bot.kill();
  await start();
}

async function moveTo(at: number): Promise<void> {
  now = at;
  await bot.advanceTo(at);
  await discord.settled();
}

const wait = (time: number) => moveTo(now + time);

async function say(by: PersonId, text: string): Promise<string> {
  const id = discord.say(by, channel, text);
  await discord.settled();
  return id;
}

async function press(by: PersonId, message: MessageLike, button: string | RegExp) {
  return discord.shown(await discord.press(by, message, button));
}

/** What `/nod …` answers this person, privately. */
async function ask(by: PersonId, path: string, options = {}): Promise<string> {
  const shown = await discord.shown(await discord.slash(by, channel, `nod ${path}`, options));
  expect((shown.flags ?? 0) & 64, 'an answer is for the asker alone').toBe(64);
  return shown.content;
}

function tables(): Record<string, unknown[]> {
  const db = new Database(file, { readonly: true });
  const names = db
    .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")
    .pluck()
    .all();
  const rows = (names as string[]).map((name) => [name, db.prepare(`select * from "${name}"`).all()] as const);
  db.close();
  return Object.fromEntries(rows);
}

/** The rows as they are on disk; Nod is killed for it, since it alone may hold the file. */
async function rowsOnDisk(): Promise<Record<string, unknown[]>> {
  await bot.kill();
  const rows = tables();
  await start();
  return rows;
}

/** Goes through the consent card page by page; `between` is what happens before the last press. */
async function consent(by: PersonId, card: MessageLike, between: () => Promise<void>): Promise<void> {
  const about = await press(by, card, 'Choose privately');
  expect(about.content).toContain("Nod runs on Sam's computer.");
  const kept = await press(by, about, 'Next');
  const zones = await press(by, kept, 'Next');
  await between();
  const hours = await discord.shown(await discord.choose(by, zones, /^start:picked:/, ['Europe/Berlin']));
  const ticks = await press(by, hours, 'Next');
  const reasons = ['passed-over', 'silence', 'promise'];
  const ticked = await discord.shown(await discord.choose(by, ticks, /^start:tick:/, reasons));
  const adult = await press(by, ticked, /18 or older/);
  await between();
  const agreed = await press(by, adult, 'I agree');
  expect(agreed.content).toContain('Nod begins if you both want it');
}

beforeAll(async () => {
  discord = new FakeDiscord({ now: () => now, token: TOKEN });
  await discord.start(0);
  ana = discord.addUser({ name: 'Ana', locale: 'de' });
  ben = discord.addUser({ name: 'Ben', locale: 'de' });
  cam = discord.addUser({ name: 'Cam' });
  const guild = discord.addGuild({ members: [cam, ana, ben] });
  channel = discord.addChannel(guild, { name: 'us', visibleTo: [ana, ben, cam, discord.bot] });
  await start();
});

afterAll(async () => {
  await bot.kill();
  await discord.stop();
  rmSync(folder, { recursive: true });
});

it('stores nothing but the two ids, the channel and the ledger before the second consent', async () => {
  expect(await ask(ana, 'start', { partner: ben })).toBe('Asked. Nod begins if you both want it.');
  const card = discord.messages(channel).at(-1);
  await say(ana, 'xylophone before anybody agreed');
  await consent(ana, card as MessageLike, killAndStart);
  await say(ben, 'zucchini before the second agreed');

  const rows = await rowsOnDisk();

  expect(rows['moments']).toEqual([]);
  expect(rows['outbox']).toEqual([]);
  expect(rows['weeks']).toEqual([]);
  expect(rows['dyads']).toEqual([expect.objectContaining({ state: null, channel })]);
  expect(rows['ledger']?.length).toBeGreaterThan(0);
  expect(rows['partners']?.map((row) => (row as { person: string }).person).sort()).toEqual([ana, ben].sort());
  // Of the asking itself a fingerprint is kept, which names nobody.
  expect(rows['invitations']).toHaveLength(1);
  expect(JSON.stringify(rows['invitations'])).not.toMatch(new RegExp(`${ana}|${ben}`));
  expect(JSON.stringify(rows)).not.toContain(cam);
  expect(await ask(ana, 'status')).toBe(await ask(ben, 'status'));
});

it('begins when both have pressed "I agree", and stays quiet for three days', async () => {
  const card = discord.messages(channel).find((message) => message.content.includes('Would you like to try Nod'));
  await consent(ben, card as MessageLike, async () => {});
  expect(await ask(ana, 'status')).toBe('Nod is listening here.');
  expect(await ask(ben, 'status')).toBe('Nod is listening here.');

  await wait(MINUTE);
  await say(ana, 'today was awful, i feel so low');
  await wait(MINUTE * 5);
  await say(ben, 'did you move the car?');
  await wait(4 * DAY);

  expect(discord.dm(ben).messages).toEqual([]);
  expect(discord.dm(ana).messages).toEqual([]);
});

it('whispers once, to the one who spoke past good news, though it is killed while they were said', async () => {
  await say(ana, 'guess what');
  await wait(20 * SECOND);
  await say(ana, 'I GOT IT');
  await wait(20 * SECOND);
  await killAndStart();
  await say(ana, '🎉');
  const heardAt = now;
  await wait(3 * MINUTE);
  await say(cam, 'walrus congratulations from a third person');
  await say(ben, 'did you move the car?');
  await wait(2 * MINUTE);

  await moveTo(heardAt + 15 * MINUTE + SECOND);
  expect(discord.dm(ben).messages).toEqual([]);
  await moveTo(heardAt + 15 * MINUTE + 4 * SECOND);
  await killAndStart();

  expect(discord.dm(ben).messages.map((message) => message.content)).toEqual([
    'Something small, when you have a minute.',
  ]);
  expect(discord.dm(ana).messages).toEqual([]);
});

it('shows the hint to its owner alone, after a restart as well', async () => {
  const [whisper] = discord.dm(ben).messages;

  const opened = await press(ben, whisper as MessageLike, 'Open');

  expect((opened.flags ?? 0) & 64).toBe(64);
  expect(opened.content).toContain(`/${channel}/`);
  expect(opened.content).not.toMatch(/GOT IT/i);
});

it('takes the whisper back when the answer comes, and counts it', async () => {
  await wait(MINUTE);
  await say(ben, 'wait WHAT!! you got the job?? tell me everything');

  await wait(5 * SECOND);

  expect(discord.dm(ben).messages.map((message) => message.content)).toEqual(['All done here.']);
});

it('counts a heart as turning toward', async () => {
  await wait(10 * MINUTE);
  const hard = await say(ben, 'today was awful, i feel like i let everyone down');
  await wait(4 * MINUTE);
  discord.react(ana, hard, '❤️');
  await wait(3 * MINUTE);
  await killAndStart();

  expect(await ask(ana, 'me')).toContain('You were there when something was hard');
});

it('shows each their own mirror privately, and the same after a kill', async () => {
  const before = [await ask(ana, 'me'), await ask(ben, 'me')];
  await killAndStart();
  const after = [await ask(ana, 'me'), await ask(ben, 'me')];

  expect(after).toEqual(before);
  expect(before[1]).toContain('You shared the joy of good news');
  expect(before[0]).not.toContain('good news');
});

it('has counted each answer once', async () => {
  const rows = await rowsOnDisk();

  expect(rows['moments']).toHaveLength(2);
});

it('deletes its direct message after a day', async () => {
  await wait(DAY);

  expect(discord.dm(ben).messages).toEqual([]);
});

it('has kept no words, and no trace of the third person', async () => {
  await bot.kill();
  const bytes = databaseBytes(file);

  const words = ['xylophone', 'zucchini', 'walrus', 'awful', 'GOT IT', 'everything', cam];

  expect(findWords(bytes, words)).toEqual([]);
  expect(findWords(readFileSync(logFile), [...words, ana, ben])).toEqual([]);
  expect(findWords(bytes, [channel]), 'what must be there is found').not.toEqual([]);
  await start();
});
