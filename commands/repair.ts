import type { Card } from '../src/ports/card.ts';
import type { Command } from '../src/ports/command.ts';
import { texts } from '../src/texts/texts.ts';
import { turnInto } from './_answers.ts';

const wording = texts.repair;

/** So many moves are shown at once; our choice: three can be weighed, two dozen cannot. */
const A_FEW = 3;
const PAGES = Math.ceil(wording.moves.length / A_FEW);

/**
 * Ideas for making things good again, for the one who asks. It asks `nod` for nothing and draws nothing by chance,
 * so it cannot tell whether Nod heard a conflict, or who it is that asks.
 */
export const command = {
  summary: texts.summaries.repair,
  where: 'anywhere',
  apart: true,
  options: [],

  run: async () => ({ card: page(0) }),

  presses: {
    another: async (press) => turnInto(page(readPage(press.id))),
  },
} satisfies Command;

function page(at: number): Card {
  const { heading, first, pause, some, moves, rest, kept, unsafe } = wording;
  const few = moves.slice(at * A_FEW, (at + 1) * A_FEW).map((move) => `· ${move}`);
  return {
    text: [`${heading}\n${first}`, pause, [some, ...few, rest].join('\n'), kept, unsafe].join('\n\n'),
    rows: [{ buttons: [{ label: wording.another, path: 'repair', action: 'another', id: String((at + 1) % PAGES) }] }],
  };
}

/** The page a button leads to; the first for anything else. */
function readPage(id: string): number {
  const at = /^\d{1,3}$/.test(id) ? Number(id) : 0;
  return at < PAGES ? at : 0;
}
