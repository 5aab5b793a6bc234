import { afterEach, describe, expect, it } from 'vitest';
import type { PersonId } from '../../src/domain/ids.ts';
import { MINUTE } from '../../src/domain/time.ts';
import { texts } from '../../src/texts/texts.ts';
import { findLeaks } from './support/leaks.ts';
import { openStage, type Stage } from './support/stage.ts';
import { setWatchedStage, type WatchedStage } from './support/watched-stage.ts';

/** `/nod ask`, `/nod repair` and `/nod demo` through Discord: for one person alone, whatever they are to Nod. */

let stage: Stage;
afterEach(() => stage.close());

async function askInDirect(by: PersonId, path: string) {
  const { discord } = stage;
  return discord.shown(await discord.slash(by, discord.dm(by).channel, `nod ${path}`));
}

/** Closed direct messages: Nod has something to tell Ben, which it puts behind his next answer. */
async function haveSomethingToTell({ discord, ana, ben, say, wait }: Stage): Promise<void> {
  discord.closeDirectMessages(ben);
  await say(ben, 'so');
  await wait(2 * MINUTE);
  await say(ana, "i passed the exam!!! i'm so happy 🎉");
  await wait(2 * MINUTE);
  await say(ben, 'did you pay the gas bill');
  await wait(20 * MINUTE);
}

describe('what is typed into /nod ask', () => {
  it('is in the answer to whoever typed it, and nowhere else at all', async () => {
    const watched: WatchedStage = await setWatchedStage();
    stage = watched;
    await stage.start();
    const { discord, ana, channel } = stage;
    const words = ['quokka', 'zeppelin', 'kumquat'] as const;
    const opened = await discord.slash(ana, channel, 'nod ask');

    const fields = { happened: `the ${words[0]} again`, feel: words[1], wish: `a ${words[2]}` };
    const shown = await discord.shown(await discord.submit(ana, opened.modal?.custom_id ?? '', fields));
    await stage.wait(3 * MINUTE);

    const found = findLeaks(watched.places(), words);
    expect(shown.content).toContain("the quokka again.\nI feel zeppelin.\nI'd like a kumquat.");
    expect(new Set(found.map(({ place }) => place))).toEqual(new Set(['sent to Discord']));
    expect(new Set(found.map(({ word }) => word))).toEqual(new Set(words));
    expect(discord.rest.filter(({ body }) => JSON.stringify(body ?? '').includes('quokka'))).toHaveLength(1);
  });
});

describe('/nod ask in direct messages', () => {
  it('helps somebody in no couple, who can begin again after sending nothing', async () => {
    stage = await openStage();
    const { discord, cam } = stage;
    const send = async (form: string | undefined, fields: Readonly<Record<string, string>>) =>
      discord.shown(await discord.submit(cam, form ?? '', fields));
    const opened = await discord.slash(cam, discord.dm(cam).channel, 'nod ask');

    const empty = await send(opened.modal?.custom_id, {});
    const again = await discord.press(cam, empty, texts.ask.again);
    const plain = await send(again.modal?.custom_id, { wish: 'a hug' });

    expect(empty.content).toBe(texts.ask.empty);
    expect(plain.content).toContain("I'd like a hug.");
    expect(plain.id, 'in the place of the first').toBe(empty.id);
  });
});

describe('/nod repair', () => {
  /** What each of the three reads, in the channel and in direct messages. */
  async function everybodyReads(): Promise<ReadonlySet<string>> {
    const told: string[] = [];
    for (const person of [stage.ana, stage.ben, stage.cam]) {
      told.push(await stage.ask(person, 'repair'), (await askInDirect(person, 'repair')).content);
    }
    return new Set(told);
  }

  it('reads the same to all three before, in and after a fight, and posts nothing', async () => {
    stage = await openStage();
    const { discord, ana, ben, channel, say, wait } = stage;
    const before = await everybodyReads();
    const lines = [
      [ana, 'you always do this, you never listen'],
      [ben, "you're pathetic, a complete joke"],
      [ana, "whatever. i'm done talking"],
    ] as const;
    for (const [by, line] of lines) {
      await say(by, line);
      await wait(3 * MINUTE);
    }
    const inFight = await everybodyReads();
    await wait(2 * 60 * MINUTE);
    const after = await everybodyReads();

    expect(stage.traces.some((trace) => trace.saw === 'reading' && trace.reading.harshness !== undefined)).toBe(true);
    expect(before.size).toBe(1);
    expect([...before][0]).toMatch(/\n\nIf you are not safe, this is not a thing to repair: \/nod help\.$/);
    expect([inFight, after]).toEqual([before, before]);
    expect(discord.messages(channel).filter(({ author }) => author.id === discord.bot)).toEqual([]);
    expect([...stage.whispersTo(ana), ...stage.whispersTo(ben)]).toEqual([]);
  });

  it('keeps its last words even when Nod has something to tell', async () => {
    stage = await openStage();
    await haveSomethingToTell(stage);

    const repair = await stage.ask(stage.ben, 'repair');
    const status = await stage.ask(stage.ben, 'status');

    expect(repair.endsWith(texts.repair.unsafe)).toBe(true);
    expect(status).toContain(texts.common.unreachable);
  });
});

describe('a game and an idea', () => {
  it('can be had in direct messages by somebody in no couple', async () => {
    stage = await openStage();
    const { cam, press } = stage;
    const intro = await askInDirect(cam, 'demo');

    const scene = await press(cam, intro.id, texts.demo.begin);
    const told = await press(cam, scene.id, '1');
    const end = await press(cam, told.id, texts.demo.enough);

    expect(scene.content).toContain('1 of 8');
    expect(told.content).toContain(texts.demo.others);
    expect(end.content).toContain(texts.demo.keeps);
    expect(new Set([scene.id, told.id, end.id])).toEqual(new Set([intro.id]));
  });

  it('are no sign that somebody is here, and have nothing written down', async () => {
    const watched = await setWatchedStage();
    stage = watched;
    await stage.start();
    const { discord, ana, channel, ask, press, wait } = stage;
    await wait(MINUTE);
    const written = () => watched.uses.filter(({ method }) => method === 'commit').length;
    const before = written();

    await ask(ana, 'repair');
    const intro = await discord.shown(await discord.slash(ana, channel, 'nod demo'));
    await press(ana, intro, texts.demo.begin);
    await wait(MINUTE);
    const after = written();
    await ask(ana, 'help');
    await wait(MINUTE);

    expect(after).toBe(before);
    expect(written(), 'any other command is a sign that she is here').toBeGreaterThan(after);
  });
});
