import type { PersonId } from '../../../src/domain/ids.ts';
import { GRADUATION } from '../../../src/domain/settings.ts';
import { DAY, HOUR, MINUTE } from '../../../src/domain/time.ts';
import { texts } from '../../../src/texts/texts.ts';
import { consent, invite } from './consenting.ts';
import { LASTING, type MonthTalk, openNotice, passOver, type Scene, SURE_BIDS } from './month-talk.ts';
import { MONDAY_EVENING } from './stage.ts';
import { exhaust } from './wandering.ts';

/** The two once more, with quiet first days: what comes after these, a judge that both want, and weeks without need. */

/** Sure to be awake, by the clock of both. */
const MORNING = 10;
const EVENING = 19;
/** Heard as a bid each, with a word nobody knows in it, and not for sure. */
const DOUBTFUL = [
  'miss your face @',
  'look at this dog @',
  'today was awful, i feel so low @',
  'guess what, I GOT THE @',
];

export const SECOND_LIFE: Readonly<Record<string, Scene>> = {
  async 'others who say no, and the two once more'(talk) {
    const { ana, ben, cam, discord, channel, guild, dice, press, say, start, stop, wait, rare } = talk;
    const dan = discord.addUser({ name: 'Dan', locale: 'de' });
    discord.addMember(guild, dan);
    discord.showTo(channel, [ana, ben, cam, dan, discord.bot]);
    await refuse(talk, cam, 'never');
    await refuse(talk, dan, 'no');
    await stop();
    await start({ quietStart: true });
    const card = await invite(talk);
    const terms = { by: ben, other: ana, dice, apart: LASTING, onTyped: talk.onTyped, tried: new Map() };
    const open = async () => discord.message((await press(ben, card, 'Choose privately')).id);
    await exhaust(talk, open, terms);
    for (const by of [ana, ben]) await consent(talk, by, card, { city: rare(), hours: { quiet: rare() } });
    await say(ana, `we begin anew, ${rare()}`);
    await wait(5 * MINUTE);
  },

  async 'the quiet first days, and a look back at them'(talk) {
    const { ana, ben, press, wait } = talk;
    await wait(2 * DAY + HOUR);
    await waitForDaylight(talk);
    for (const bid of SURE_BIDS) await passOver(talk, [ana, ben], bid);
    await passOver(talk, [ben, ana], SURE_BIDS[0]);
    const bens = await openNotice(talk, ben, texts.firstLook.heading);
    await press(ben, bens, /^first-look:yes:0:/);
    await press(ben, bens, /^first-look:no:1:/);
    const anas = await openNotice(talk, ana, texts.firstLook.heading);
    await press(ana, anas, /^first-look:never/);
  },

  async 'the way home from direct messages'({ ana, discord, press }) {
    const answered = await discord.shown(await discord.slash(ana, discord.dm(ana).channel, 'nod status'));
    await press(ana, answered.id, /^home:show/);
  },

  async 'a check-in whose numbers are kept'(talk) {
    const { ben, channel, discord, press } = talk;
    await discord.choose(ben, await openSetting(talk, ben, 'weekly'), /^settings:weekly/, ['check-in:numbers']);
    const asked = await discord.shown(await discord.slash(ben, channel, 'nod check-in'));
    const earlier = await press(ben, asked.id, /^check-in:earlier/);
    await press(ben, earlier.id, /^check-in:ask/);
  },

  async 'a judge that both want, until one does not'(talk) {
    const { ana, ben, discord, judge, say, wait, rare } = talk;
    await waitForDaylight(talk);
    for (const by of [ana, ben]) await chooseJudge(talk, by, ['judge:local', 'judgeVulnerable:on']);
    for (const bid of DOUBTFUL) {
      await say(ana, bid.replace('@', rare()));
      await wait(2 * MINUTE);
      await say(ben, `did you move the ${rare()}?`);
      await wait(2 * MINUTE);
    }
    await discord.waitFor(() => judge.questions() > 0);
    await chooseJudge(talk, ben, ['judge:off']);
    await say(ana, DOUBTFUL[0]?.replace('@', rare()) ?? '');
    await wait(HOUR);
  },

  async 'weeks in which nobody needs Nod'(talk) {
    const { ana, ben, clock, press, rare, say } = talk;
    const monday = MONDAY_EVENING + Math.ceil((clock.now() - MONDAY_EVENING) / (7 * DAY)) * 7 * DAY;
    for (let week = 0; week < GRADUATION.weeks; week += 1) {
      await clock.advanceTo(monday + week * 7 * DAY);
      await answerEach(talk, [ana, ben]);
      talk.search(`week ${week + 1} of answers`);
    }
    await clock.advanceTo(monday + GRADUATION.weeks * 7 * DAY);
    for (const by of [ana, ben]) await say(by, `still here, ${rare()}`); // nothing unasked comes to who is gone
    await press(ben, await openNotice(talk, ben, texts.graduation.heading), /^graduation:keep/);
  },
};

/** Ana asks somebody who would rather not. */
async function refuse(talk: MonthTalk, who: PersonId, how: 'no' | 'never'): Promise<void> {
  const { ana, ask, discord, channel, press } = talk;
  await ask(ana, 'start', { partner: who });
  const card = discord.messages(channel).findLast(({ author }) => author.id === discord.bot);
  const about = await press(who, card?.id ?? '', 'Choose privately');
  await press(who, about.id, new RegExp(`^start:${how}:`));
}

/** Until the morning, where it is night. */
async function waitForDaylight({ clock, wait }: MonthTalk): Promise<void> {
  const hour = (18 + (clock.now() - MONDAY_EVENING) / HOUR) % 24;
  if (hour < MORNING || hour > EVENING) await wait(((MORNING - hour + 24) % 24) * HOUR);
}

async function chooseJudge(talk: MonthTalk, by: PersonId, choices: readonly string[]): Promise<void> {
  for (const choice of choices)
    await talk.press(by, await openSetting(talk, by, 'judge'), new RegExp(`^settings:${choice}`));
}

/** The page on which one setting is changed. */
async function openSetting({ discord, channel }: MonthTalk, by: PersonId, what: string): Promise<string> {
  const card = await discord.slash(by, channel, 'nod settings');
  const page = await discord.shown(await discord.choose(by, card, /^settings:change/, [what]));
  return page.id;
}

/** One tells so much in an evening, and the other has a heart for each. */
async function answerEach({ discord, say, wait, rare }: MonthTalk, [bidder, other]: readonly [PersonId, PersonId]) {
  await say(other, `so ${rare()}`);
  for (let answers = 0; answers < GRADUATION.answers; answers += 1) {
    await wait(2 * MINUTE);
    const news = await say(bidder, SURE_BIDS[0]);
    discord.react(other, news, '❤️');
  }
  await wait(HOUR);
}
