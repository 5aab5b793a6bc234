import { createChance } from '../src/engine/chance.ts';

/** Measures that only `npm run eval` needs; those it shares with `nod eval` are in src/cli/measures.ts. */

/** Cohen's kappa of two people who labelled alone: agreement beyond what chance alone would give. */
export function kappa(pairs: readonly (readonly [boolean, boolean])[]): number | undefined {
  const share = (test: (pair: readonly [boolean, boolean]) => boolean) => pairs.filter(test).length / pairs.length;
  const agreed = share(([one, other]) => one === other);
  const [ones, others] = [share(([one]) => one), share(([, other]) => other)];
  const byChance = ones * others + (1 - ones) * (1 - others);
  return pairs.length === 0 || byChance === 1 ? undefined : (agreed - byChance) / (1 - byChance);
}

/** Where 95 % of a measure lie when the groups are drawn anew, with repeats, again and again (Efron 1979). */
interface Spread {
  readonly low: number;
  readonly high: number;
}

const REDRAWS = 200; // enough for a second digit; our choice

/**
 * Draws whole groups (the scenes of a chat), since lines of one scene are alike and would promise too much.
 * The same groups give the same spread.
 */
export function spreadOf<Row>(
  groups: readonly (readonly Row[])[],
  measure: (rows: readonly Row[]) => number,
): Spread | undefined {
  if (groups.length < 2) return undefined;
  const chance = createChance('which groups are drawn');
  const measured = Array.from({ length: REDRAWS }, (_, round) =>
    measure(groups.flatMap((_, at) => groups[Math.floor(chance(`${round} ${at}`) * groups.length)] ?? [])),
  ).sort((one, other) => one - other);
  const at = (share: number) => measured[Math.round(share * (REDRAWS - 1))] ?? 0;
  return { low: at(0.025), high: at(0.975) };
}

/** The spread as it is printed. */
export function between(spread: Spread | undefined): string {
  return spread ? `(${spread.low.toFixed(2)}–${spread.high.toFixed(2)})` : '';
}

export function groupedBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): readonly (readonly Row[])[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return [...groups.values()];
}

/**
 * A share of the scenes, chosen by their names alone: the same ones each time, and a smaller share lies within
 * a larger one, so that a curve shows what more of the same would bring.
 */
export function shareOfScenes(scenes: readonly string[], share: number): ReadonlySet<string> {
  const chance = createChance('which scenes are learned');
  const order = [...new Set(scenes)].sort((one, other) => chance(one) - chance(other));
  return new Set(order.slice(0, Math.round(order.length * share)));
}

/** Every other row: the first half may set thresholds, only the second is reported. */
export function halves<Row>(rows: readonly Row[]): {
  readonly tuned: readonly Row[];
  readonly reported: readonly Row[];
} {
  return { tuned: rows.filter((_, at) => at % 2 === 0), reported: rows.filter((_, at) => at % 2 === 1) };
}
