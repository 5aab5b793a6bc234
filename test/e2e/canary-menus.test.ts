import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChannelId, PersonId } from '../../src/domain/ids.ts';
import { MINUTE } from '../../src/domain/time.ts';
import { texts } from '../../src/texts/texts.ts';
import { consent, invite } from './support/consenting.ts';
import { findLeaks, type Leak } from './support/leaks.ts';
import { createRareWords } from './support/rare-words.ts';
import { setWatchedStage, type WatchedStage } from './support/watched-stage.ts';

/** Law 2 where somebody points at a message: Discord hands its words over, and they rest nowhere. */

const RESPOND = texts.respond.name;
const NOTICED = texts.noticed.name;

const rare = createRareWords();
const leaks: Leak[] = [];
const answers: string[] = [];
let stage: WatchedStage;
let direct: ChannelId;

/** What is answered to somebody who uses the entry, and a look everywhere. */
async function point(by: PersonId, message: string, name: string): Promise<void> {
  const answer = await stage.discord.menu(by, message, name);
  const shown = await stage.discord.shown(answer);
  await stage.settled();
  answers.push(shown.content);
  leaks.push(...findLeaks(stage.places(), rare.said));
}

const lines = () => [
  `i got the job at ${rare.next()}!!! i'm so happy`,
  `today was awful, ${rare.next()} yelled at me and i feel so low`,
  `${rare.next()} at ten`,
  `ich war heute mit ${rare.next()} im garten und habe rosen geschnitten`,
  `you're pathetic, ${rare.next()}`,
];

beforeAll(async () => {
  stage = await setWatchedStage({ couple: false });
  await stage.start();
  const { discord, ana, ben, cam, channel, say, wait } = stage;
  const card = await invite(stage);
  const hours = { quiet: '23 to 7', away: '', usual: '' };
  for (const person of [ana, ben]) await consent(stage, person, card, { city: 'Berlin', hours });
  await wait(MINUTE);
  for (const line of lines()) {
    const message = await say(ana, line);
    await wait(3 * MINUTE);
    await point(ben, message, RESPOND);
    await point(ana, message, NOTICED);
    await point(ana, message, RESPOND);
    await point(cam, message, RESPOND);
  }
  direct = discord.addPrivateChannel(ana, ben);
  const early = discord.say(ana, direct, `too early for ${rare.next()}`);
  await point(ben, early, RESPOND);
  for (const person of [ana, ben]) {
    const settings = await discord.slash(person, channel, 'nod settings');
    const page = await discord.choose(person, settings, /^settings:change:/, ['ownMessages']);
    await stage.press(person, page, 'On');
  }
  await wait(MINUTE);
  for (const line of lines()) await point(ben, discord.say(ana, direct, line), RESPOND);
}, 60_000);
afterAll(() => stage.close());

describe('words that somebody pointed at', () => {
  it('were read: hints, a calm line and general ways came of them, in the channel and in direct messages', () => {
    const [inChannel, inDirect] = [answers.slice(0, 20), answers.slice(21)];

    for (const told of [inChannel, inDirect]) {
      expect(told.some((text) => text.includes(texts.whisper.about['good-news']))).toBe(true);
      expect(told.some((text) => text.includes(texts.respond.slowly))).toBe(true);
      expect(told).toContain(texts.respond.calm);
      expect(told.some((text) => text.includes(texts.respond.unread))).toBe(true);
      expect(told.some((text) => text.startsWith(texts.respond.generalHeading))).toBe(true);
    }
    expect(inChannel.some((text) => text.startsWith(texts.noticed.heard['good-news']))).toBe(true);
    expect(answers[20]).toBe(texts.respond.notBoth);
  });

  it('rest nowhere, at no time, in no answer', () => {
    expect(rare.said.length).toBeGreaterThan(10);
    expect(leaks).toEqual([]);
  });

  it('would be found: the id of the message is among what was handed over, and the words where people see them', () => {
    const { discord } = stage;
    const seen = Buffer.from(JSON.stringify(discord.messages(direct)));

    expect(findLeaks([{ name: 'what people wrote', bytes: seen }], rare.said).length).toBeGreaterThan(3);
  });
});
