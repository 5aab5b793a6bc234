import { REASONS } from '../src/domain/nudge.ts';
import { NodError } from '../src/errors.ts';
import { type Row, together } from './table.ts';

/** The part of docs/coaching.md that is made from what was lived. */

const BEGINS = '<!-- npm run simulate writes from here -->';
const ENDS = '<!-- to here -->';
/** Each of the two gets their own; a week of a couple is two weeks of a person. */
const PEOPLE = 2;

export function betweenMarks(text: string, made: string): string {
  const [before, after] = [text.indexOf(BEGINS), text.indexOf(ENDS)];
  if (before < 0 || after < before)
    throw new NodError('FILE_UNREADABLE', 'docs/coaching.md has lost its marks.', 'Put both marks back in.');
  return `${text.slice(0, before + BEGINS.length)}\n${made}\n${text.slice(after)}`;
}

export function page(rows: readonly Row[]): string {
  const all = [...rows, { ...together(rows), couple: '**all**' }];
  return [
    table(
      [
        'couple',
        'weeks',
        'bids',
        'heard',
        'met by themselves',
        'a week',
        'timely',
        'needless',
        'forbidden',
        'taken back',
        'acted on',
      ],
      all.map(ofCouple),
    ),
    table(['couple', ...REASONS], all.map(ofReasons)),
    table(['couple', 'first third', 'second', 'last'], all.map(ofTime)),
    table(['why it was of no use', 'whispers'], whyOf(rows)),
  ].join('\n');
}

function ofCouple(row: Row): readonly string[] {
  return [
    row.couple,
    String(row.weeks),
    String(row.bids),
    percent(row.heard, row.bids),
    percent(row.byThemselves, row.bids),
    (row.whispers / row.weeks / PEOPLE).toFixed(2),
    percent(row.timely, row.whispers),
    percent(row.needless, row.whispers),
    String(row.forbidden),
    percent(row.takenBack, row.whispers),
    percent(row.actedOn, row.whispers),
  ];
}

const ofReasons = (row: Row) => [row.couple, ...REASONS.map((reason) => String(row.byReason[reason] ?? 0))];

/** Whispers a week to one person. */
function ofTime({ couple, byThird, weeksOfThird }: Row): readonly string[] {
  return [couple, ...byThird.map((whispers) => (whispers / weeksOfThird / PEOPLE).toFixed(2))];
}

function whyOf(rows: readonly Row[]): readonly (readonly string[])[] {
  const why = rows.flatMap((row) => row.why);
  const counted = [...new Set(why)].map((one) => [one, why.filter((other) => other === one).length] as const);
  return counted.sort((one, other) => other[1] - one[1]).map(([one, times]) => [one, String(times)]);
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${Math.round((100 * part) / whole)} %`;
}

function table(head: readonly string[], lines: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return ['', line(head), line(head.map((_, column) => (column === 0 ? '---' : '---:'))), ...lines.map(line)].join(
    '\n',
  );
}
