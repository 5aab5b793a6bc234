import { readFileSync } from 'node:fs';
import { score } from '../src/cli/score-tables.ts';
import { KINDS_AND_NONE } from '../src/cli/scorecard.ts';
import { labelledComments } from './comments.ts';
import { blockNames, type Labels, readBlock } from './corpus.ts';
import { secondOf, type TwiceLabelled } from './eval-rows.ts';
import { kappa } from './measures.ts';

const LABELS: Readonly<Record<string, (labels: Labels) => boolean>> = {
  ...Object.fromEntries(KINDS_AND_NONE.map((kind) => [kind, (labels: Labels) => labels.kind === kind])),
  'any harshness': ({ harsh }) => harsh !== undefined,
  'any risk': ({ risk }) => risk !== undefined,
  tender: ({ tender }) => tender === true,
};

/** How far two people agree who labelled alone: what can be asked of a reader at most. */
export function agreementTable(): readonly string[] {
  const whole = blockNames()
    .flatMap(readBlock)
    .filter((line) => line.second !== undefined);
  const [sample, comments] = [readSample(), labelledComments()];
  return [
    `${whole.length} utterances were labelled twice, each person alone, of the later blocks ${sample.length}, and ${comments.length} comments of strangers; Cohen’s kappa`,
    ...Object.entries(LABELS).map(([name, holds]) => {
      const agreed = (lines: readonly TwiceLabelled[]) =>
        score(kappa(lines.map((line) => [holds(line), holds(secondOf(line))])));
      return `  ${name.padEnd(16)} ${[whole, sample, comments].map(agreed).join('   ')}`;
    }),
  ];
}

/** Of the blocks that their writers labelled, what another person saw in some of it. */
function readSample(): readonly TwiceLabelled[] {
  const lines = readFileSync(new URL('./second-readings.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => JSON.parse(line) as TwiceLabelled);
}
