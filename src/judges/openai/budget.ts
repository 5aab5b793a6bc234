import type { DyadId } from '../../domain/ids.ts';
import { DAY } from '../../domain/time.ts';
import type { Clock } from '../../ports/clock.ts';

/** Tokens that may be spent in a day. Source: the host's settings. */
export interface DailyTokens {
  readonly total: number;
  /** For any one couple. */
  readonly each: number;
}

/** Takes the tokens of a call out of the day's budget before it is made; what it really cost is put right after. */
export interface Budget {
  /** Undefined when not enough is left today. */
  reserve(tokens: number, couple: DyadId | undefined): ((spent: number) => void) | undefined;
}

/** Counts by days of UTC, in memory: a restart begins a new count. */
export function createBudget({ total, each }: DailyTokens, clock: Clock): Budget {
  let day = Number.NaN;
  let spent = 0;
  const spentBy = new Map<DyadId, number>();

  function add(tokens: number, couple: DyadId | undefined): void {
    spent += tokens;
    if (couple !== undefined) spentBy.set(couple, (spentBy.get(couple) ?? 0) + tokens);
  }

  return {
    reserve(tokens, couple) {
      const today = Math.floor(clock.now() / DAY);
      if (today !== day) {
        day = today;
        spent = 0;
        spentBy.clear();
      }
      const ofCouple = couple === undefined ? 0 : (spentBy.get(couple) ?? 0);
      if (spent + tokens > total || ofCouple + tokens > each) return undefined;
      add(tokens, couple);
      return (really) => {
        if (today === day) add(really - tokens, couple);
      };
    },
  };
}
