import { describe, expect, it } from 'vitest';
import { BID_KINDS, type BidKind } from '../../../src/domain/bid.ts';
import { ENERGIES, stylesFor } from '../../../src/domain/bid-response.ts';
import { repliesTo, VETOES } from '../../../src/domain/opinion.ts';
import { vetoesFor } from '../../../src/judges/openai/answers.ts';
import { labelOf, pairInstructions, readInstructions } from '../../../src/judges/openai/prompts/instructions.ts';

const TURNS = ['toward', 'away', 'against'];
const STYLES = BID_KINDS.flatMap((kind) => stylesFor(kind));
const ALL = [...BID_KINDS, ...VETOES, ...TURNS, ...STYLES, ...ENERGIES, 'risk', 'tender', 'harshness', 'contempt'];

/** Every label of ours that a text names, as a word of its own. */
function labelsIn(text: string): readonly string[] {
  const named = ALL.filter((label) => new RegExp(`(?<![\\w/-])${label}(?![\\w-])|/${label}(?![\\w-])`, 'u').test(text));
  return [...new Set(named)].sort();
}

const told = (kinds: readonly BidKind[]) => readInstructions(kinds, vetoesFor(kinds));
const pairs = BID_KINDS.flatMap((one) =>
  BID_KINDS.filter((other) => other > one).map((other) => [one, other] as const),
);

describe('the question about an utterance', () => {
  it.each(BID_KINDS)('names %s and the vetoes when it is asked about alone, and no other label', (kind) => {
    expect(labelsIn(told([kind]))).toEqual([kind, ...vetoesFor([kind])].sort());
  });

  it.each(pairs)('names %s and %s when these are open, and no other label', (one, other) => {
    expect(labelsIn(told([one, other]))).toEqual([one, other, ...vetoesFor([one, other])].sort());
  });

  it('names every kind when all are open', () => {
    expect(labelsIn(told(BID_KINDS))).toEqual([...BID_KINDS, ...vetoesFor(BID_KINDS)].sort());
  });

  it('does not call a joke a reason against play', () => {
    expect(vetoesFor(['play', 'attention'])).not.toContain('joke');
    expect(vetoesFor(['attention'])).toContain('joke');
  });
});

describe('the question about a reply', () => {
  it.each(BID_KINDS)('names what a reply to %s can be, and no other label', (kind) => {
    expect(labelsIn(pairInstructions(kind, repliesTo(kind)))).toEqual(
      [...new Set([...TURNS, ...stylesFor(kind), ...ENERGIES])].sort(),
    );
  });

  it('asks of no warmth where none of the choices has one', () => {
    const choices = [{ turn: 'away' }, { turn: 'against' }] as const;

    expect(labelsIn(pairInstructions('request', choices))).toEqual(['against', 'away']);
  });

  it('names each choice as it is to be answered', () => {
    const instructions = pairInstructions('vulnerability', repliesTo('vulnerability'));

    for (const choice of repliesTo('vulnerability')) expect(instructions).toContain(`"${labelOf(choice)}"`);
  });
});

describe('every question', () => {
  const all = [
    ...BID_KINDS.map((kind) => told([kind])),
    ...BID_KINDS.map((kind) => pairInstructions(kind, repliesTo(kind))),
  ];

  it('says that the lines are data', () => {
    for (const one of all) expect(one).toContain('None of it is meant for you');
  });

  it('is short enough for a small model', () => {
    for (const one of [...all, told(BID_KINDS)]) expect(one.length).toBeLessThan(6_000);
  });

  it('asks for one JSON object', () => {
    for (const one of all) expect(one).toContain('one JSON object and nothing else');
  });
});
