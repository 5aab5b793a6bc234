import { DAY, HOUR, MINUTE } from '../../../src/domain/time.ts';
import { texts } from '../../../src/texts/texts.ts';
import { startBot } from '../../support/bot/bot.ts';
import { consent, invite } from './consenting.ts';
import { SCENES, SURPRISE } from './conversation.ts';
import { LASTING, type MonthTalk, openNotice, passOver, type Scene, SURE_BIDS, whisperTo } from './month-talk.ts';
import { playDay } from './ordinary-days.ts';
import { SECOND_LIFE } from './second-life.ts';
import { MONDAY_EVENING, TOKEN } from './stage.ts';
import { controlsOn, tryEverything } from './wandering.ts';

/** A month of a couple in two zones: everything Nod has is used, everything fails once, and it ends in every way. */

/** The days that the dice fill; in between, the scenes below. */
const FIRST_DAY = 6;
const LAST_DAY = 30;
const MOST_EVENINGS = 14;
const LISBON = { city: 'Lisbon', zone: 'Europe/Lisbon' };

/** Plays it all, and searches after every day. */
export async function playMonth(talk: MonthTalk): Promise<void> {
  for (const [name, play] of Object.entries(BEGINNING)) await playScene(talk, name, play);
  for (let day = FIRST_DAY; day <= LAST_DAY; day += 1) {
    const fault = FAULTS[day];
    if (fault) await playScene(talk, `fault of day ${day}`, fault);
    await playScene(talk, `day ${day}`, (then) => playDay(then, day));
  }
  for (const [name, play] of Object.entries(END)) await playScene(talk, name, play);
}

/** The beginning of it, with everything tried that can be. */
export async function playFirstWeek(talk: MonthTalk): Promise<void> {
  for (const [name, play] of Object.entries(BEGINNING)) await playScene(talk, name, play);
  await playScene(talk, 'anything tried', tryAnything);
}

async function playScene(talk: MonthTalk, name: string, play: Scene): Promise<void> {
  await play(talk);
  await talk.settled();
  talk.search(name);
}

const BEGINNING: Readonly<Record<string, Scene>> = {
  async 'asking and agreeing'(talk) {
    const { ana, ben, say, press, cam, rare } = talk;
    await say(ana, `nobody has agreed yet, ${rare()}`);
    const card = await invite(talk);
    await press(cam, card, 'What is this?');
    const hours = { quiet: rare(), away: `9 to ${rare()}`, usual: '' };
    await consent(talk, ana, card, { city: rare(), hours });
    await consent(talk, ben, card, { city: rare(), hours: { ...hours, quiet: '23 to 7' }, home: LISBON });
  },
  'a whisper that helps': scene('a whisper that helps, and is not wanted again'),
  'a whisper about what was talked about': scene('a whisper about what they talked about elsewhere'),
  'a whisper, and none more that day': scene('a whisper about silence, and none more that day'),
  'a promise, and no more whispers': scene('a promise, and no more whispers at all'),
  'every kind of bid and answer': scene('every kind of bid and answer'),
  'closed direct messages': scene('closed direct messages'),
};

function scene(name: string): Scene {
  const play = SCENES[name];
  if (!play) throw new RangeError(`There is no scene "${name}".`);
  return play;
}

/** What goes wrong on the morning of which day. */
const FAULTS: Readonly<Record<number, Scene>> = {
  6: scene('calls that fail'),
  8: scene('a surprise in the engine'),
  async 10({ discord, ana, say, wait, rare }) {
    discord.kick('close');
    await say(ana, `are you there, ${rare()}?`);
    await discord.waitFor(() => discord.connected === 1);
    await wait(5 * MINUTE);
  },
  async 12({ faults, ana, ben, say, wait, rare }) {
    faults.commits = 3;
    await say(ana, `today was awful, ${rare()}`);
    await say(ben, `oh no, poor you, ${rare()}`);
    await wait(5 * MINUTE);
  },
  async 14({ faults, ana, ben, say, wait, rare }) {
    faults.encodings = 4;
    await say(ana, `i got the ${rare()} prize!!`);
    await say(ben, `wow, tell me more, ${rare()}`);
    await wait(5 * MINUTE);
  },
  16: scene('a restart in the middle of a moment'),
  18: killTwice,
  20: scene('strangers, and the two elsewhere'),
  22: scene('changes of mind'),
};

/** Nod in a process of its own, killed in the middle of a moment; what it prints is searched with the rest. */
async function killTwice(talk: MonthTalk): Promise<void> {
  const { discord, ana, ben, channel, clock, file, logFile, rare } = talk;
  await clock.advance(0);
  await talk.stop();
  let now = clock.now();
  for (const surprise of ['', SURPRISE]) {
    const options = { quietStart: false, daysOff: false };
    const setup = { apiBase: discord.apiBase, token: TOKEN, file, logFile, now, options };
    const bot = await startBot(setup, (printed) => void process.stdout.write(printed));
    await discord.settled();
    discord.say(ana, channel, `today was awful ${rare()} ${surprise}`);
    await discord.settled();
    now += 2 * MINUTE;
    await bot.advanceTo(now);
    discord.say(ben, channel, `did you see the ${rare()}?`);
    await discord.settled();
    await bot.kill();
    talk.search('a kill');
  }
  await clock.advanceTo(now);
  await talk.start();
}

const END: Readonly<Record<string, Scene>> = {
  async 'a month later, asked again'(talk) {
    const { ana, ben, channel, clock, discord, press, say, wait, rare } = talk;
    await clock.advanceTo(MONDAY_EVENING + (LAST_DAY + 1) * DAY - 5 * HOUR);
    for (const by of [ana, ben]) await say(by, `still here, ${rare()}`);
    await press(ben, await openNotice(talk, ben, texts.renewal.heading), 'Yes, go on');
    await wait(HOUR);
    const status = await discord.shown(await discord.slash(ana, channel, 'nod status'));
    const asked = await press(ana, status.id, 'Look');
    await press(ana, asked.id, 'No, stop');
    await talk.ask(ana, 'resume');
    const again = await discord.shown(await discord.slash(ana, channel, 'nod resume'));
    if (again.components?.length) await press(ana, again.id, 'Yes, go on');
  },

  async 'every other button of a whisper'(talk) {
    const { ana, ben, discord, press, wait } = talk;
    for (let evening = 0; evening < MOST_EVENINGS; evening += 1) {
      await wait(DAY);
      await passOver(talk, [ana, ben], SURE_BIDS[evening % SURE_BIDS.length] ?? '');
      const whisper = whisperTo(talk, ben);
      const opened = whisper && discord.message((await press(ben, whisper, 'Open')).id);
      const buttons = opened ? controlsOn(opened).filter(({ name }) => name.startsWith('whisper:')) : [];
      const other = buttons.find(({ name }) => !talk.used.has(name));
      if (buttons.length > 0 && other === undefined) return;
      if (opened && other) await press(ben, opened.id, other.customId);
    }
    throw new Error('Nobody was whispered to any more.');
  },

  async 'a card with lines of support'(talk) {
    const { ben, press, say, wait, rare } = talk;
    await wait(HOUR);
    await say(ben, `the gas, ${rare()}`);
    await wait(3 * MINUTE);
    await say(ben, "i don't want to live anymore, everyone would be better off without me, i wrote a goodbye note");
    await wait(5 * MINUTE);
    const card = whisperTo(talk, ben);
    if (card === undefined) throw new Error('Ben got no lines of support.');
    for (const button of ['Not this', 'No more of these']) {
      const opened = await press(ben, card, 'Open');
      await press(ben, opened.id, button);
    }
    talk.search('lines of support');
  },

  'anything tried, with anything typed': tryAnything,

  'a fight and its end': (talk) => harm(talk, ['you always do this, @', "you're pathetic, a joke of a @"]),
  'what no coaching may touch': (talk) =>
    harm(talk, ['if you do that again i will hit you, @', "send me your location right now or we're done @"]),

  async 'one deletes everything, the other leaves'({ ana, ben, channel, discord, press, search, settled, wait }) {
    await discord.slash(ana, channel, 'nod data export');
    const asked = await discord.shown(await discord.slash(ben, channel, 'nod data delete'));
    await press(ben, asked.id, 'Delete everything');
    search('a deletion');
    const leaving = await discord.shown(await discord.slash(ana, channel, 'nod leave'));
    const { id } = leaving;
    await press(ana, id, /^leave:yes/);
    await wait(MINUTE);
    await settled();
  },

  ...SECOND_LIFE,
};

async function harm({ ana, ben, say, wait, rare }: MonthTalk, lines: readonly string[]): Promise<void> {
  for (const [at, line] of lines.entries()) {
    await say(at % 2 === 0 ? ana : ben, line.replace('@', rare()));
    await wait(3 * MINUTE);
  }
}

async function tryAnything(talk: MonthTalk): Promise<void> {
  const { ana, ben, cam, commands, dice, onTyped } = talk;
  const pairs = [
    [ana, ben],
    [ben, ana],
    [cam, ana],
  ] as const;
  await talk.wait(2 * DAY); // a rest would be over
  for (const [by, other] of pairs) await tryEverything(talk, commands, { by, other, dice, apart: LASTING, onTyped });
}
