import type { Mirror, Together } from '../src/ports/command.ts';
import { texts } from '../src/texts/texts.ts';

const { me, us } = texts.mirror;

/** What somebody gave, a line a kind, without numbers. */
export function sayGiven(lines: Mirror['lines']): readonly string[] {
  return lines.filter(({ count }) => count > 0).map(({ kind, count }) => `· ${me.gave[kind]}, ${me.times(count)}.`);
}

/** What the two shared, a line a kind, the same for both. */
export function sayShared(lines: Together['lines']): readonly string[] {
  return lines.map(({ kind, amount }) => `· ${us.shared[kind]}, ${us.amount[amount]}.`);
}
