import type { TestContext } from 'vitest';
import { texts } from '../../../src/texts/texts.ts';
import type { Outcome } from './attempt.ts';
import { essential } from './rows.ts';

/** What was tried, and what it got, for the table at the end of `npm run test:abuse`. */
export interface Tried {
  readonly group: string;
  readonly got: string;
}

declare module 'vitest' {
  interface TaskMeta {
    abuse?: Tried[];
  }
}

export type Task = TestContext['task'];

export function note(task: Task, tried: Tried): void {
  task.meta.abuse = [...(task.meta.abuse ?? []), tried];
}

/** The answers that anybody may get, by what they come down to. */
const KNOWN: readonly (readonly [string, string])[] = [
  ['This card was made for somebody else.', 'made for somebody else'],
  [texts.common.outdated, 'out of date'],
  [texts.consent.notYours, 'nothing to choose'],
  ['This invitation has ended.', 'nothing to choose'],
  [texts.whisper.done, 'all done here'],
  [texts.common.none, 'has not begun for you'],
  ['Nod is not meant for this server.', 'not in this server'],
  ['This works only in a server.', 'not in direct messages'],
  [texts.consent.asked, 'asked, as everybody reads'],
  [texts.respond.elsewhere, 'not on this message'],
  [texts.noticed.elsewhere, 'not on this message'],
  [texts.respond.notBoth, 'once both want it'],
  ['This does not work on messages here.', 'not in this place'],
  [texts.common.listening, 'listening, as both read'],
  [texts.common.resting, 'resting, as both read'],
];

export function gotOf({ answer, before, after, deed }: Outcome): string {
  if (answer.type === 0) return 'nothing';
  const known = KNOWN.find(([text]) => answer.text.startsWith(text));
  if (known !== undefined) return known[1];
  if (answer.modal !== undefined) return 'an empty form';
  if (essential(before) !== essential(after)) return 'their own side';
  return 'press' in deed ? 'a page that changes nothing' : 'words that change nothing';
}

/** The table, with a line per group, and the count below. */
export function drawTable(tried: readonly Tried[]): string {
  const groups = grouped(tried, ({ group }) => group);
  const width = Math.max(...groups.map(([group]) => group.length));
  const lines = groups.map(([group, all]) => {
    const counts = grouped(all, ({ got }) => got).sort((a, b) => b[1].length - a[1].length);
    const got = counts.map(([name, some]) => `${name} ${some.length}`).join(' · ');
    return `${group.padEnd(width)}  ${String(all.length).padStart(5)}  ${got}`;
  });
  const heading = `${'group'.padEnd(width)}  tried  what they got`;
  return ['', heading, ...lines, `${tried.length} abuse cases tried.`, ''].join('\n');
}

function grouped<T>(all: readonly T[], by: (one: T) => string): (readonly [string, readonly T[]])[] {
  const names = [...new Set(all.map(by))];
  return names.map((name) => [name, all.filter((one) => by(one) === name)]);
}
