import { describe, expect, it } from 'vitest';
import {
  type Answer,
  calibrationError,
  confusions,
  found,
  foundOf,
  macroF1,
  occurring,
  reliability,
} from '../../src/cli/measures.ts';

type Fruit = 'apple' | 'pear' | 'plum';
const FRUITS: readonly Fruit[] = ['apple', 'pear', 'plum'];

/** `apple>pear` is an apple that was called a pear; `apple>` one that was called nothing. */
const answers = (...pairs: readonly string[]): readonly Answer<Fruit>[] =>
  pairs.map((pair) => {
    const [truth, said] = pair.split('>');
    return { truth: truth as Fruit, said: said === '' ? undefined : (said as Fruit) };
  });

describe('what was found', () => {
  it('counts precision among what was said and recall among what is there', () => {
    const marks = [
      { truth: true, said: true },
      { truth: true, said: false },
      { truth: true, said: false },
      { truth: false, said: true },
      { truth: false, said: false },
    ];

    expect(found(marks)).toEqual({ gold: 3, said: 2, right: 1, precision: 1 / 2, recall: 1 / 3, f1: 2 / 5 });
  });

  it('has no precision where nothing was said, no recall where nothing is there, and no merit in either', () => {
    expect(found([{ truth: true, said: false }])).toMatchObject({ precision: undefined, recall: 0, f1: 0 });
    expect(found([{ truth: false, said: true }])).toMatchObject({ precision: 0, recall: undefined, f1: 0 });
    expect(found([])).toMatchObject({ precision: undefined, recall: undefined, f1: 0 });
  });

  it('looks at one label among many', () => {
    const given = answers('apple>apple', 'apple>pear', 'pear>apple', 'plum>plum');

    expect(foundOf('apple', given)).toMatchObject({ gold: 2, said: 2, right: 1, f1: 1 / 2 });
  });
});

describe('macro-F1', () => {
  it('lets every label count alike, however rare', () => {
    const given = answers('apple>apple', 'apple>apple', 'apple>apple', 'pear>apple');

    // apple: 2·3 / (3 + 4); pear: 0
    expect(macroF1(['apple', 'pear'], given)).toBeCloseTo((6 / 7 + 0) / 2, 10);
  });

  it('counts a label that occurs nowhere as not found', () => {
    expect(macroF1(FRUITS, answers('apple>apple', 'pear>pear'))).toBeCloseTo(2 / 3, 10);
  });

  it('takes an answer that was not given for a miss', () => {
    expect(macroF1(['apple'], answers('apple>', 'apple>apple'))).toBeCloseTo(2 / 3, 10);
  });

  it('is nothing over no label', () => {
    expect(macroF1([], answers('apple>apple'))).toBeUndefined();
  });

  it('can be taken over what occurs, be it labelled or only said', () => {
    expect(occurring(FRUITS, answers('apple>plum', 'apple>'))).toEqual(['apple', 'plum']);
  });
});

describe('confusions', () => {
  it('have a row for each truth and a column for each answer', () => {
    const given = answers('apple>apple', 'apple>pear', 'apple>pear', 'plum>');

    expect(confusions(FRUITS, given)).toEqual([
      { truth: 'apple', said: [1, 2, 0] },
      { truth: 'pear', said: [0, 0, 0] },
      { truth: 'plum', said: [0, 0, 0] },
    ]);
  });
});

describe('reliability', () => {
  it('parts confidence into tenths, the last with its end', () => {
    const bins = reliability([0, 0.09, 0.1, 0.95, 1].map((confidence) => ({ confidence, right: true })));

    expect(bins.map(({ said }) => said)).toEqual([2, 1, 0, 0, 0, 0, 0, 0, 0, 2]);
  });

  it('says how often the bin is right beside how sure it was', () => {
    const [, , , , , , bin] = reliability([
      { confidence: 0.62, right: true },
      { confidence: 0.66, right: false },
    ]);

    expect(bin).toMatchObject({ from: 0.6, until: 0.7, said: 2, right: 0.5 });
    expect(bin?.confidence).toBeCloseTo(0.64, 10);
  });

  it('is off by the gap of each bin, weighed by how much was said there', () => {
    const sure = Array.from({ length: 3 }, () => ({ confidence: 0.9, right: true }));
    const unsure = [{ confidence: 0.3, right: false }];

    // 3 of 4 are 0.1 off, 1 of 4 is 0.3 off
    expect(calibrationError(reliability([...sure, ...unsure]))).toBeCloseTo((3 * 0.1 + 0.3) / 4, 10);
  });

  it('is perfect where confidence is how often it is right, whatever the order', () => {
    const eighty = Array.from({ length: 10 }, (_, at) => ({ confidence: 0.8, right: at !== 3 && at !== 7 }));

    expect(calibrationError(reliability(eighty))).toBeCloseTo(0, 10);
  });

  it('has no error where nothing was said', () => {
    expect(calibrationError(reliability([]))).toBeUndefined();
  });
});
