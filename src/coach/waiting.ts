import type { DyadState } from '../domain/dyad.ts';
import { type Moment, momentOfAnswered, momentOfBid, momentOfPromise } from './moment.ts';
import type { Rule } from './rules/rule.ts';
import { RULES } from './rules/table.ts';

/** Everything the rules see that is not settled yet, due or still to come. */
export function waitingMoments(state: DyadState): readonly Moment[] {
  return Object.values(RULES).flatMap((rule) => momentsOf(rule, state));
}

function momentsOf(rule: Rule, state: DyadState): readonly Moment[] {
  switch (rule.about) {
    case 'bid':
      return state.bids.flatMap((bid) => {
        if (bid.considered.includes(rule.reason)) return [];
        const dueAt = rule.dueAt(state, bid);
        return dueAt === undefined ? [] : [momentOfBid(state, bid, { reason: rule.reason, dueAt })];
      });
    case 'answered':
      return state.answered.flatMap((answered) => {
        if (answered.considered.includes(rule.reason)) return [];
        const dueAt = rule.dueAt(state, answered);
        return dueAt === undefined ? [] : [momentOfAnswered(state, answered, { reason: rule.reason, dueAt })];
      });
    case 'promise':
      return state.promises.flatMap((promise) => {
        if (promise.considered) return [];
        const dueAt = rule.dueAt(state, promise);
        return dueAt === undefined ? [] : [momentOfPromise(state, promise, { reason: rule.reason, dueAt })];
      });
  }
}
