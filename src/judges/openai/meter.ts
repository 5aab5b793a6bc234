import type { Spending } from '../../ports/judge.ts';

/** Counts what a judge costs. */
export interface Meter {
  called(): void;
  paid(tokens: number): void;
  waited(seconds: number): void;
  opinion(): void;
  noOpinion(): void;
  spent(): Spending;
}

export function createMeter(): Meter {
  let spending: Spending = { calls: 0, tokens: 0, seconds: 0, opinions: 0, noOpinions: 0 };
  const add = (part: keyof Spending, much: number) => {
    spending = { ...spending, [part]: spending[part] + much };
  };
  return {
    called: () => add('calls', 1),
    paid: (tokens) => add('tokens', tokens),
    waited: (seconds) => add('seconds', seconds),
    opinion: () => add('opinions', 1),
    noOpinion: () => add('noOpinions', 1),
    spent: () => spending,
  };
}
