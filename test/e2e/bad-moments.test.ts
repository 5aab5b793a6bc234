import { afterEach, describe, expect, it } from 'vitest';
import type { PersonId } from '../../src/domain/ids.ts';
import { HOUR, MINUTE } from '../../src/domain/time.ts';
import { openStage, type Stage } from './support/stage.ts';

/** Times, zones and promises that cannot be, and moments whose ground is gone: a clear sentence, and nothing is lost. */

let stage: Stage;
afterEach(() => stage.close());

const NEUTRAL = 'Something small, when you have a minute.';
const NEWS = "i got the promotion!!! i'm so happy 🎉";

/** What stands on `/nod settings`. */
const settingsOf = (by: PersonId) => stage.ask(by, 'settings');

/** Opens Nod's newest message to the person. */
async function open(by: PersonId): Promise<string> {
  const newest = stage.discord.dm(by).messages.at(-1);
  return (await stage.press(by, newest?.id ?? '', 'Open')).content;
}

/** Good news is spoken past: a quarter of an hour after it Ben is due a whisper. */
async function speakPast(): Promise<string> {
  const { ana, ben, say, wait } = stage;
  const news = await say(ana, NEWS);
  await wait(2 * MINUTE);
  await say(ben, 'did you move the car?');
  return news;
}

describe('a time that does not exist', () => {
  it('is answered with one that does, and what was set before stays', async () => {
    stage = await openStage();
    const { ben, ask } = stage;
    await ask(ben, 'busy', { until: '20:00' });

    const answer = await ask(ben, 'busy', { until: '25:00' });

    expect(answer).toBe(
      'Nod could not read that time; write one such as `17:30`, `5pm` or `in 2h`, at most a day away.',
    );
    expect(await settingsOf(ben)).toMatch(/Busy until <t:\d+:t>\./);
  });

  it('in the form of one’s hours leaves all three as they were', async () => {
    stage = await openStage();
    const { discord, ben, channel } = stage;
    const card = await discord.slash(ben, channel, 'nod settings');
    const form = await discord.choose(ben, card, /^settings:change/, ['hours']);

    const typed = { quiet: '25:00-8:00', away: '9-12', usual: 'none' };
    const shown = await discord.shown(await discord.submit(ben, form.modal?.custom_id ?? '', typed));

    expect(shown.content).toMatch(/^Nod could not read “Quiet hours”\. Write it like/);
    expect(await settingsOf(ben)).toMatch(/Quiet hours: 22:00–08:00\nHours you cannot answer: none/);
  });
});

describe('a zone that does not exist', () => {
  it('is answered with how to find one, and the old one stays', async () => {
    stage = await openStage();
    const { discord, ben, channel } = stage;
    const card = await discord.slash(ben, channel, 'nod settings');
    const page = await discord.choose(ben, card, /^settings:change/, ['zone']);
    const form = await discord.press(ben, page, 'Other…');

    const shown = await discord.shown(await discord.submit(ben, form.modal?.custom_id ?? '', { city: 'Atlantis' }));

    expect(shown.content).toBe('Nothing was found for that. Try the nearest large city, such as `Lisbon`.');
    expect(await settingsOf(ben)).toContain('Time zone: Europe/Berlin');
  });
});

describe('a promise without a time', () => {
  it('is remembered after three free hours, and says how long ago it was made', async () => {
    stage = await openStage();
    const { clock, ana, ben, say, wait, whispersTo } = stage;
    await say(ana, NEWS);
    await wait(2 * MINUTE);
    const madeAt = clock.now();
    await say(ben, 'in a meeting, want to hear it');

    await wait(2.9 * HOUR);
    const early = whispersTo(ben);
    await wait(HOUR / 2);

    expect([early, whispersTo(ben)]).toEqual([[], [NEUTRAL]]);
    expect(await open(ben)).toMatch(
      new RegExp(`^You said <t:${madeAt / 1_000}:R> that you would come back to this\\.\\n.+\\n\\[To the message\\]`),
    );
  });
});

describe('a message that is deleted', () => {
  it('takes back what was whispered about it, and opens to one sentence', async () => {
    stage = await openStage();
    const { discord, ana, ben, wait, settled, ask, whispersTo } = stage;
    const news = await speakPast();
    await wait(15 * MINUTE);
    const before = discord.dm(ben).messages.at(-1)?.id ?? '';
    const opened = await stage.press(ben, before, 'Open');

    discord.remove(news);
    await settled();
    await wait(MINUTE);

    expect(whispersTo(ben)).toEqual(['All done here.']);
    expect((await stage.press(ben, opened.id, 'Helpful')).content).toBe('All done here.');
    expect(await ask(ana, 'status')).toBe('Nod is listening here.');
  });
});

describe('direct messages that are closed', () => {
  it('lose no warm answer, and what comes after they are open again arrives', async () => {
    stage = await openStage();
    const { discord, ana, ben, say, wait, ask, whispersTo } = stage;
    discord.closeDirectMessages(ben);
    await speakPast();
    await wait(20 * MINUTE);
    await say(ben, 'wait, the PROMOTION?! so happy for you, tell me everything');
    await wait(5 * MINUTE);

    const told = await ask(ben, 'me');
    discord.closeDirectMessages(ben, false);
    await wait(16 * HOUR);
    await say(ana, 'today was awful, i feel so low');
    await wait(2 * MINUTE);
    await say(ben, 'did you feed the cat?');
    await wait(15 * MINUTE);

    expect(told).toMatch(/You shared the joy of good news, once\.\n\nNod could not reach you by direct message\./);
    expect(whispersTo(ben)).toEqual([NEUTRAL]);
  });
});
