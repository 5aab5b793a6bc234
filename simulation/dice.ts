import { createDice } from '../training/dice.ts';

/** What chance decides in a simulated life; the same seed gives the same life. */
export interface Fate {
  /** True in this share of cases. */
  happens(share: number): boolean;
  between(least: number, most: number): number;
  pick<T>(from: readonly T[]): T;
  /** One of the names, each as often as its weight says. */
  weigh<K extends string>(weights: Readonly<Record<K, number>>): K;
}

export function createFate(seed: number): Fate {
  const dice = createDice(seed);
  return {
    happens: (share) => dice() < share,
    between: (least, most) => least + dice() * (most - least),
    pick<T>(from: readonly T[]): T {
      if (from.length === 0) throw new RangeError('nothing to pick from');
      return from[Math.floor(dice() * from.length)] as T;
    },
    weigh<K extends string>(weights: Readonly<Record<K, number>>): K {
      const names = Object.keys(weights) as K[];
      let left = dice() * names.reduce((sum, name) => sum + weights[name], 0);
      for (const name of names) {
        left -= weights[name];
        if (left < 0) return name;
      }
      return names.at(-1) as K;
    },
  };
}
