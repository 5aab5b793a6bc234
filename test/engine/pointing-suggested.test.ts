import { describe, expect, it } from 'vitest';
import { channelId, type PersonId, personId } from '../../src/domain/ids.ts';
import type { Pointed, Suggested } from '../../src/ports/command.ts';
import { pointAt, pointDirectly } from '../support/pointing.ts';
import { A_WORRY, ANA, type Around, BEN, openCouple, openStage, type Stage } from '../support/runner-stage.ts';

const NEWS = "i got the job!!! i'm so happy";
const PLAIN = 'home in ten';
const DANGER = "you're not allowed to see her";
const HARSH = "you're pathetic";
const HOUR_MINUTES = 60;

async function saidBy(stage: Stage, by: PersonId, text: string): Promise<void> {
  await stage.say(by, text);
  await stage.pass(3);
}

/** What Ben is told who points at it. */
async function suggested(stage: Stage, text: string, more: Partial<Pointed> = {}): Promise<Suggested> {
  return stage.nod.askerFor(BEN).suggest(pointAt(stage, BEN, text, more));
}

/** A couple in which Ana has said this. */
async function coupleWith(...texts: readonly string[]): Promise<Stage> {
  const stage = await openCouple();
  for (const text of texts) await saidBy(stage, ANA, text);
  return stage;
}

/** Every text that is read or encoded from now on. */
function whatIsRead(): { readonly read: readonly string[]; readonly around: Around } {
  const read: string[] = [];
  const around: Around = {
    reader: (reader) => (said, context) => {
      read.push(said.text);
      return reader(said, context);
    },
    encoder: {
      encode: async (texts) => {
        read.push(...texts);
        return texts.map(() => undefined);
      },
      async close() {},
    },
  };
  return { read, around };
}

const bothWant = async (stage: Stage) => {
  for (const person of [ANA, BEN]) await stage.change(person, { do: 'settings', settings: { ownMessages: true } });
  await stage.pass(1);
};

describe('ways to respond to the other’s message in the channel', () => {
  it('are three hints for the kind of it', async () => {
    const stage = await coupleWith(NEWS);

    const told = await suggested(stage, NEWS);

    expect(told).toMatchObject({ is: 'hints', kind: 'good-news' });
    expect(told.is === 'hints' && new Set(told.hints).size).toBe(3);
  });

  it('are there for a message that Nod no longer holds, read from what Discord hands over', async () => {
    const stage = await coupleWith(NEWS, 'one', 'two is late', 'tuna or ham', 'four', 'at five', 'six then', 'seven');

    expect(await suggested(stage, NEWS)).toMatchObject({ is: 'hints', kind: 'good-news' });
  });

  it('follow the card that the other shares, and no other', async () => {
    const stage = await coupleWith(A_WORRY);
    const card = { low: ['space'], celebrate: [] } as const;
    const before = await suggested(stage, A_WORRY);
    await stage.change(ANA, { do: 'settings', settings: { wishes: { ...card, shared: false } } });
    const kept = await suggested(stage, A_WORRY);
    await stage.change(ANA, { do: 'settings', settings: { wishes: { ...card, shared: true } } });

    expect(kept).toEqual(before);
    expect(await suggested(stage, A_WORRY)).not.toEqual(before);
  });

  it('fit any message where nothing is heard, or nothing can be read', async () => {
    const german = 'heute fahre ich noch schnell bei meiner mutter vorbei';
    const stage = await coupleWith(PLAIN, german);

    expect([await suggested(stage, PLAIN), await suggested(stage, german)]).toEqual([
      { is: 'general' },
      { is: 'unread' },
    ]);
  });

  it('are alike calm for harsh, dangerous and tender words, for a repair, and for all else in a fight', async () => {
    const stage = await openCouple();
    const told: Suggested[] = [];
    for (const line of ['my dad died', HARSH, DANGER, 'i want to end my life']) {
      await saidBy(stage, ANA, line);
      told.push(await suggested(stage, line));
      await stage.pass(HOUR_MINUTES); // that fight is over
    }
    const fight = await coupleWith(PLAIN, HARSH, "i'm sorry, i was wrong");

    told.push(await suggested(fight, PLAIN), await suggested(fight, "i'm sorry, i was wrong"));

    expect(told).toEqual(told.map(() => ({ is: 'calm' })));
  });

  it('are as ever an hour after a dangerous line, while Nod rests', async () => {
    const resting = await coupleWith(DANGER);
    await resting.pass(HOUR_MINUTES);
    await saidBy(resting, ANA, PLAIN);

    expect(await suggested(resting, PLAIN)).toEqual(await suggested(await coupleWith(PLAIN), PLAIN));
  });

  it('are for the other’s words alone: one’s own, a third person’s, a bot’s and another channel’s are refused', async () => {
    const stage = await coupleWith(NEWS);
    await saidBy(stage, BEN, PLAIN);
    const pointed = pointAt(stage, BEN, NEWS);
    const message = pointed.message as NonNullable<Pointed['message']>;
    const { message: _, ...bots } = pointed;

    const told = await Promise.all(
      [
        pointAt(stage, BEN, PLAIN),
        { ...pointed, message: { ...message, by: personId('cam') } },
        bots,
        pointAt(stage, BEN, NEWS, { channel: channelId('elsewhere') }),
      ].map((one) => stage.nod.askerFor(BEN).suggest(one)),
    );

    expect(told.map(({ is }) => is)).toEqual(['own', 'elsewhere', 'elsewhere', 'elsewhere']);
  });

  it('take no message for the other’s that Nod itself heard from the asker', async () => {
    const stage = await openCouple();
    await saidBy(stage, BEN, NEWS);
    const { message, ...rest } = pointAt(stage, BEN, NEWS);

    const told = await stage.nod.askerFor(BEN).suggest({
      ...rest,
      message: { ...(message as NonNullable<Pointed['message']>), by: ANA },
    });

    expect(told).toEqual({ is: 'elsewhere' });
  });

  it.each(['Ana', 'Ben'])('fit any message where %s had paused, or the two had not agreed yet', async (who) => {
    const stage = await coupleWith(NEWS, PLAIN);
    const before = pointAt(stage, BEN, NEWS);
    const early = { ...(before.message as NonNullable<Pointed['message']>), at: before.at - 86_400_000 };
    const person = who === 'Ana' ? ANA : BEN;
    await stage.change(person, { do: 'pause' });
    await saidBy(stage, ANA, A_WORRY);
    const whilePaused = await suggested(stage, NEWS);
    await stage.change(person, { do: 'resume' });
    const asEver = await suggested(stage, PLAIN);

    expect(asEver).toEqual({ is: 'general' });
    expect(await stage.nod.askerFor(BEN).suggest({ ...before, message: early })).toEqual(asEver);
    expect(whilePaused).toEqual({ is: 'resting' });
    expect(await suggested(stage, A_WORRY)).toEqual(asEver);
    expect(await suggested(stage, NEWS)).toMatchObject({ is: 'hints' });
  });

  it('are given without reading what was said while one of them had paused', async () => {
    const { read, around } = whatIsRead();
    const stage = await openCouple(around);
    await stage.change(ANA, { do: 'pause' });
    await saidBy(stage, ANA, NEWS);
    await stage.change(ANA, { do: 'resume' });

    const told = await suggested(stage, NEWS);

    expect(told).toEqual({ is: 'general' });
    expect(read).toEqual([]);
  });

  it('leave nothing behind: no row, no effect, no word in memory', async () => {
    const stage = await coupleWith(NEWS);
    const session = stage.nod.runner.deskOfPerson(BEN)?.session;
    const [state, words, batches] = [session?.state, session?.wordsHeld, stage.batches.length];

    await suggested(stage, NEWS);
    await stage.nod.askerFor(ANA).notices(pointAt(stage, ANA, NEWS));
    await stage.nod.runner.settle();

    expect(session?.state).toBe(state);
    expect([session?.wordsHeld, stage.batches.length]).toEqual([words, batches]);
  });
});

describe('ways to respond in the two’s own direct messages', () => {
  const direct = (stage: Stage, by: PersonId, said: { by: PersonId; text: string }) =>
    stage.nod.askerFor(by).suggest(pointDirectly(stage, by, said));

  it('are there once both want it, for what the other wrote since', async () => {
    const stage = await openCouple();
    const before = pointDirectly(stage, BEN, { by: ANA, text: NEWS });
    await stage.pass(1);
    await bothWant(stage);

    expect(await direct(stage, BEN, { by: ANA, text: NEWS })).toMatchObject({ is: 'hints', kind: 'good-news' });
    expect(await direct(stage, BEN, { by: ANA, text: PLAIN })).toEqual({ is: 'general' });
    expect(await direct(stage, BEN, { by: ANA, text: HARSH })).toEqual({ is: 'calm' });
    expect(await stage.nod.askerFor(BEN).suggest(before)).toEqual({ is: 'not-both' });
  });

  it('are refused alike whoever has not switched it on, and to strangers', async () => {
    const stage = await openCouple();
    const hers = { by: ANA, text: NEWS };
    const wants = (person: PersonId, ownMessages: boolean) =>
      stage.change(person, { do: 'settings', settings: { ownMessages } });
    const told = [await direct(stage, BEN, hers)];
    await wants(BEN, true);
    told.push(await direct(stage, BEN, hers));
    await wants(BEN, false);
    await wants(ANA, true);
    told.push(await direct(stage, BEN, hers));
    await bothWant(stage);
    told.push(
      await direct(stage, BEN, { by: BEN, text: NEWS }),
      await direct(stage, BEN, { by: personId('cam'), text: NEWS }),
      await direct(stage, personId('cam'), hers),
      await direct(await openStage(), BEN, hers),
    );
    await stage.change(ANA, { do: 'pause' });
    told.push(await direct(stage, BEN, hers));

    expect(told).toEqual(told.map(() => ({ is: 'not-both' })));
  });

  it('are read without what was said in the channel', async () => {
    const stage = await coupleWith(HARSH);
    await bothWant(stage);

    expect(await direct(stage, BEN, { by: ANA, text: NEWS })).toMatchObject({ is: 'hints' });
  });

  it('are read by nobody before the door has let them in', async () => {
    const { read, around } = whatIsRead();
    const stage = await openCouple(around);
    await stage.change(BEN, { do: 'settings', settings: { ownMessages: true } });

    await direct(stage, BEN, { by: ANA, text: NEWS });
    await direct(stage, BEN, { by: personId('cam'), text: NEWS });

    expect(read).toEqual([]);
  });
});
