import { score } from '../src/cli/score-tables.ts';
import { KINDS_AND_NONE } from '../src/cli/scorecard.ts';
import { blockNames, type Line, readBlock } from './corpus.ts';
import { secondOf } from './eval-rows.ts';
import { kappa } from './measures.ts';

type Labels = Pick<Line, 'kind' | 'harsh' | 'risk' | 'tender'>;

const LABELS: Readonly<Record<string, (labels: Labels) => boolean>> = {
  ...Object.fromEntries(KINDS_AND_NONE.map((kind) => [kind, (labels: Labels) => labels.kind === kind])),
  'any harshness': ({ harsh }) => harsh !== undefined,
  'any risk': ({ risk }) => risk !== undefined,
  tender: ({ tender }) => tender === true,
};

/** How far two people agree who labelled alone: what can be asked of a reader at most. */
export function agreementTable(): readonly string[] {
  const lines = blockNames()
    .flatMap(readBlock)
    .filter((line) => line.second !== undefined);
  return [
    `${lines.length} utterances were labelled twice, each person alone; Cohen’s kappa`,
    ...Object.entries(LABELS).map(([name, holds]) => {
      const agreed = kappa(lines.map((line) => [holds(line), holds(secondOf(line))]));
      return `  ${name.padEnd(16)} ${score(agreed)}`;
    }),
  ];
}
