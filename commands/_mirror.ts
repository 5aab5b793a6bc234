import type { Mirror, Together } from '../src/ports/command.ts';
import { texts } from '../src/texts/texts.ts';

const { me, us } = texts.mirror;

/** What somebody gave, a line a kind, without numbers. */
export function sayGiven(lines: Mirror['lines']): readonly string[] {
  return lines.filter(({ count }) => count > 0).map(({ kind, count }) => `· ${me.gave[kind]}, ${me.times(count)}.`);
}

/** What the two shared, a line a kind, the same for both; last, that they came back to what they had put off. */
export function sayShared({ lines, kept }: Together): readonly string[] {
  return [
    ...lines.map(({ kind, amount }) => `· ${us.shared[kind]}, ${us.amount[amount]}.`),
    ...(kept === undefined ? [] : [`· ${us.kept(us.amount[kept])}`]),
  ];
}
