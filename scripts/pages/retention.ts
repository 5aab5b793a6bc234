import { type Deletion, type Exported, RETENTION, type RetentionRow } from '../../src/domain/retention.ts';
import { code, table } from './page.ts';

/** The retention table as the privacy page shows it: row by row, then column by column. */

export function keptTable(): string {
  return table(
    ['What', 'Why', 'Kept for'],
    RETENTION.map(({ what, why, keptFor }) => [what, why, keptFor]),
  );
}

export function rightsTable(): string {
  return table(
    ['Table', 'In your export', 'When you delete'],
    RETENTION.map(({ table: name, exported, deletion }) => [code(name), sayExported(exported), sayDeletion(deletion)]),
  );
}

export function columnsTable(): string {
  return table(['Table', 'Column', 'What is in it'], RETENTION.flatMap(columnRows));
}

const PARTS = {
  consents: 'what is on now, and under which edition of the consent card',
  settings: 'your settings',
  weeks: 'weeks that have been over for two days: how many warm answers, how many of them more than a quick sign',
  checkIns: 'the numbers of your check-ins, where you ticked that they are kept',
} as const;

function sayExported(exported: Exported): string {
  if ('not' in exported) return `nothing: ${exported.not}`;
  return [exported.as, ...(exported.and ? [exported.and] : [])].map((part) => PARTS[part]).join('; ');
}

function sayDeletion(deletion: Deletion): string {
  switch (deletion.do) {
    case 'remove':
      return deletion.others ? `yours go; ${sayOthers(deletion.others)}` : 'yours go';
    case 'replace':
      return 'somebody who stands for nobody takes your place, and all that was open between you goes; the whole row goes where the other has left or deleted what is theirs; an invitation that nobody has taken up stays for the other until its 7 days are over, without you';
    case 'keep':
      return `stays: ${deletion.because}`;
  }
}

function sayOthers(others: NonNullable<Extract<Deletion, { do: 'remove' }>['others']>): string {
  switch (others.do) {
    case 'fold':
      return 'your partner’s become weekly totals at once, so that no single time stays';
    case 'empty':
      return `your partner’s are taken back and lose ${Object.keys(others.columns).map(code).join(', ')}`;
  }
}

/** Columns side by side that hold the same are one line. */
function columnRows({ table: name, columns }: RetentionRow): readonly (readonly string[])[] {
  const groups: { names: string[]; readonly what: string }[] = [];
  for (const [column, what] of Object.entries(columns)) {
    const last = groups.at(-1);
    if (last?.what === what) last.names.push(column);
    else groups.push({ names: [column], what });
  }
  return groups.map(({ names, what }) => {
    const [first = '', ...more] = names;
    const last = more.at(-1);
    return [code(name), last === undefined ? code(first) : `${code(first)} to ${code(last)}`, what];
  });
}
