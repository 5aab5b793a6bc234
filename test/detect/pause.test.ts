import { describe, expect, it } from 'vitest';
import { loadReaders } from '../../src/cli/load-reader.ts';
import { createReader } from '../../src/detect/reader.ts';
import type { EarlierSaid, Reading, ReadingContext, Typed } from '../../src/domain/reading.ts';
import { type Example, examplesOf, saidOf } from '../../training/corpus.ts';

const read = createReader();
const { reader } = loadReaders();

const PAUSE = 'vulnerability/long-to-write';
const LONG: Typed = { forSeconds: 90, pausedSeconds: 0 };
const BROKEN_OFF: Typed = { forSeconds: 40, pausedSeconds: 25 };
const SWIFT: Typed = { forSeconds: 8, pausedSeconds: 0 };

const HOME: EarlierSaid = { own: false, secondsAgo: 300, text: 'home at last', attachments: [] };
const ASKED: EarlierSaid = { ...HOME, text: 'are you ok?' };

function byRules(text: string, around: Partial<ReadingContext> = {}): Reading {
  return read({ text, attachments: [] }, { tense: false, earlier: [HOME], ...around });
}

describe('a pause before a short line', () => {
  it.each([LONG, BROKEN_OFF])('is a hint that makes two with one in the words (%j)', (typed) => {
    expect(byRules('never mind').bid).toBeUndefined();
    expect(byRules('never mind', { typed }).bid?.because).toEqual(['vulnerability/takes-back', PAUSE]);
  });

  it('makes two with a drop below the usual, and with an answer to whoever asked after them', () => {
    const kinds = [
      byRules('fine', { typed: LONG, usualWords: 18 }),
      byRules('good', { typed: LONG, earlier: [ASKED] }),
    ];

    expect(kinds.map(({ bid }) => bid?.kind)).toEqual(['vulnerability', 'vulnerability']);
  });

  it.each(['ok', 'on my way', 'see you at six'])('is nothing by itself: %j', (text) => {
    expect(byRules(text, { typed: LONG })).toEqual(byRules(text));
  });

  it.each(['ok', 'nice', 'yeah, thanks', 'ok 👍'])('is none before a plain acknowledgement: %j', (text) => {
    const around = { usualWords: 18, earlier: [ASKED] };

    expect(byRules(text, { ...around, typed: LONG })).toEqual(byRules(text, around));
  });

  it('is none where it was swift', () => {
    expect(byRules('never mind', { typed: SWIFT })).toEqual(byRules('never mind'));
  });

  it('leaves what the words say as it is, and makes it surer where that is vulnerable', () => {
    const hard = byRules('today was awful, nvm');
    const paused = byRules('today was awful, nvm', { typed: LONG });
    const [other, pausedOther] = [byRules('miss you.. nvm'), byRules('miss you.. nvm', { typed: LONG })];

    expect(hard.bid?.kind).toBe('vulnerability');
    expect({ ...paused.bid, confidence: 0 }).toEqual({
      ...{ ...hard.bid, confidence: 0 },
      because: [...(hard.bid?.because ?? []), PAUSE],
    });
    expect(paused.bid?.confidence).toBeGreaterThan(hard.bid?.confidence ?? 1);
    expect(other.bid?.kind).toBe('affection');
    expect(pausedOther).toEqual(other);
  });

  it('is never named first, so that nobody’s “Not this” tells of it', () => {
    const around = [{}, { usualWords: 18 }, { earlier: [ASKED] }].map((one) => ({ ...one, typed: LONG }));

    const reasons = ['never mind', 'idk', 'fine', "i'm fine.."].flatMap((text) =>
      around.map((one) => byRules(text, one).bid?.because),
    );

    expect(reasons.filter((because) => because?.includes(PAUSE)).length).toBeGreaterThan(4);
    expect(reasons.filter((because) => because?.[0] === PAUSE)).toEqual([]);
  });
});

describe('the model, which has never seen a pause,', () => {
  /** Every reading of whole chats that differs once each line was typed at for long. */
  function moved(lines: readonly Example[]): readonly { readonly before: Reading; readonly after: Reading }[] {
    return lines.flatMap(({ line, context }) => {
      const before = reader(saidOf(line), context);
      const after = reader(saidOf(line), { ...context, typed: LONG });
      return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ before, after }];
    });
  }

  it('is overruled by one in few lines, and only to hear more that is vulnerable', () => {
    const lines = ['seed-1', 'alder', 'kelp'].flatMap(examplesOf);

    const readings = moved(lines);

    expect(readings.length).toBeGreaterThan(0);
    expect(readings.length / lines.length).toBeLessThan(0.01);
    for (const { before, after } of readings) {
      const { bid: was, ...others } = before;
      const { bid, ...rest } = after;
      expect(rest).toEqual(others);
      expect(rest.second).not.toBe(bid?.kind);
      expect(bid?.kind).toBe('vulnerability');
      if (was)
        expect(bid).toMatchObject({ kind: was.kind, intensity: was.intensity, because: [...was.because, PAUSE] });
      expect(bid?.because).toContain(PAUSE);
      expect(bid?.confidence).toBeGreaterThanOrEqual(was?.confidence ?? 0);
    }
  });

  it('stays in the right about plain lines', () => {
    const plain = ['nvm, found it', 'leave it', 'another time', 'ok...'].map((text) =>
      reader({ text, attachments: [] }, { tense: false, earlier: [HOME], typed: LONG }),
    );

    expect(plain.map(({ bid }) => bid)).toEqual([undefined, undefined, undefined, undefined]);
  });
});
