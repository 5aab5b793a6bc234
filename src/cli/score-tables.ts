import { wilson } from '../tally/wilson.ts';
import type { Bin, Found } from './measures.ts';
import { type LabelScores, type MessageScores, NUDGE_CONFIDENCE, type PairScores } from './scorecard.ts';

/** Scores as tables a person reads in a terminal. */

const NAME_WIDTH = 22;

export function messageTables(scores: MessageScores): readonly string[] {
  const { kinds, atNudge, calibration } = scores;
  return [
    `kinds of bid: macro-F1 over all ${kinds.each.length} classes ${score(kinds.macroF1)}`,
    ...foundTable(kinds.each),
    '',
    'what was taken for what (a row for each label, a column for what Nod heard)',
    ...confusionTable(kinds),
    '',
    `sure enough for a whisper (confidence of ${NUDGE_CONFIDENCE} and more)`,
    ...atNudge.map(
      ({ label, ...of }) => `  ${label.padEnd(NAME_WIDTH)} ${outOf(of.right, of.said)} right, ${reached(of)}`,
    ),
    '',
    'what makes Nod rest',
    ...foundTable([
      { label: 'any harshness', ...scores.harshness },
      { label: 'any risk', ...scores.risk },
      { label: 'tender', ...scores.tender },
    ]),
    '',
    `how often a confidence is right: calibration error ${score(calibration.error)} (│ is where it should end)`,
    ...reliabilityPicture(calibration.bins),
  ];
}

export function pairTables({ turn, energy, style, styleMean }: PairScores): readonly string[] {
  return [
    `replies: turn, macro-F1 ${score(turn.macroF1)}`,
    ...foundTable(turn.each),
    `energy of those that turn toward: macro-F1 ${score(energy.macroF1)}`,
    ...foundTable(energy.each),
    `style: mean of the macro-F1s ${score(styleMean)}`,
    ...style.flatMap(({ kind, ...of }) => [
      `  to ${kind}: macro-F1 ${score(of.macroF1)} over ${of.each.length} that occur`,
      ...foundTable(of.each),
    ]),
  ];
}

/** Precision, recall and F1, a line each. */
function foundTable(rows: readonly (Found & { readonly label: string })[]): readonly string[] {
  const head = `  ${''.padEnd(NAME_WIDTH)} precision  recall    F1  labelled   said  right`;
  const body = rows.map(({ label, precision, recall, f1, gold, said, right }) =>
    [
      `  ${label.padEnd(NAME_WIDTH)}`,
      `  ${percent(precision)} %   ${percent(recall)} %  ${f1.toFixed(2)}`,
      `${String(gold).padStart(10)}${String(said).padStart(7)}${String(right).padStart(7)}`,
    ].join(' '),
  );
  return [head, ...body];
}

function confusionTable<Label extends string>({ confusions }: LabelScores<Label>): readonly string[] {
  const short = (label: string) => label.slice(0, 7).padStart(8);
  const head = `  ${''.padEnd(NAME_WIDTH)}${confusions.map(({ truth }) => short(truth)).join('')}`;
  const body = confusions.map(
    ({ truth, said }) =>
      `  ${truth.padEnd(NAME_WIDTH)}${said.map((count) => String(count || '·').padStart(8)).join('')}`,
  );
  return [head, ...body];
}

const BAR = 40; // columns

/** A bar for each tenth of confidence: as long as what was said there is right. */
function reliabilityPicture(bins: readonly Bin[]): readonly string[] {
  return bins.map(({ from, until, said, right, confidence }) => {
    const range = `${from.toFixed(1)}–${until.toFixed(1)}`;
    if (right === undefined || confidence === undefined) return `  ${range} ${'–'.padStart(6)}`;
    const bar: string[] = Array.from({ length: BAR }, (_, column) => (column < Math.round(right * BAR) ? '█' : '░'));
    bar[Math.min(BAR - 1, Math.floor(confidence * BAR))] = '│';
    return `  ${range} ${String(said).padStart(6)}  ${bar.join('')} ${percent(right)} %`;
  });
}

/** A count out of another with its share, and how far that share can be trusted (95 %, Wilson). */
export function outOf(part: number, whole: number): string {
  if (whole === 0) return 'none said';
  const { share, low, high } = wilson(part, whole);
  const [from, until] = [low, high].map((bound) => Math.round(100 * bound));
  return `${part} of ${whole} (${Math.round(100 * share)} %, between ${from} and ${until} %)`;
}

const reached = ({ right, gold }: Found) => `${right} of ${gold} found`;

export const score = (value: number | undefined) => (value === undefined ? '–' : value.toFixed(2));

const percent = (share: number | undefined) =>
  share === undefined ? '  –' : String(Math.round(100 * share)).padStart(3);
