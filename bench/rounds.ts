/** Times contestants by turns in one process, so that what slows the machine slows them alike. */

const ROUNDS = 25; // at least nine, for the median to be worth something on a shared machine
const WARM_UP_ROUNDS = 15; // until all that runs often is compiled; with fewer the slower first rounds were measured too

export interface Contestant {
  readonly name: string;
  /** Does the work once; what it returns keeps it from being optimised away. */
  run(): unknown;
}

/** Milliseconds of each round, by contestant. */
export function race(contestants: readonly Contestant[]): ReadonlyMap<string, readonly number[]> {
  const times = new Map(contestants.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round < WARM_UP_ROUNDS; round += 1) for (const contestant of contestants) contestant.run();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { name, run } of contestants) {
      const from = performance.now();
      run();
      times.get(name)?.push(performance.now() - from);
    }
  }
  return times;
}

export function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** The ratio of two contestants round by round: its median, and how far it spread. */
export function ratio(times: ReadonlyMap<string, readonly number[]>, [name, base]: readonly [string, string]): string {
  const bases = times.get(base) ?? [];
  const ratios = (times.get(name) ?? []).map((time, round) => time / (bases[round] ?? Number.NaN));
  const [least, most] = [Math.min(...ratios), Math.max(...ratios)];
  return `${name} ÷ ${base}: ${median(ratios).toFixed(2)} (${least.toFixed(2)}–${most.toFixed(2)})`;
}
