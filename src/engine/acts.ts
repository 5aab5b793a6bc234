import { availableSeconds } from '../domain/availability.ts';
import type { BidResponse, Latency } from '../domain/bid-response.ts';
import type { Act, DyadState, OpenBid } from '../domain/dyad.ts';
import { REACTION_SETTLES } from '../domain/settings.ts';
import { type Instant, secondsBetween } from '../domain/time.ts';
import { otherOf } from './draft.ts';

/**
 * The act that decides: the first dated one that is toward or against; one found in history, whose time
 * is not known, only when nothing dated did. Source: annotation guide, "Which act decides".
 */
export function deciding(acts: readonly Act[]): Act | undefined {
  const decisive = acts.filter((act) => act.reply.turn !== 'away');
  const dated = decisive.filter((act) => act.at !== undefined).sort((one, other) => (one.at ?? 0) - (other.at ?? 0));
  return dated[0] ?? decisive[0];
}

/** When the decision is final: a reaction can be taken back for a minute. */
export function settlesAt({ at, emoji }: { readonly at?: Instant; readonly emoji?: string }): Instant {
  return (at ?? 0) + (emoji === undefined ? 0 : REACTION_SETTLES);
}

/** What became of the bid, as its acts stand. */
export function responseTo(bid: OpenBid, state: DyadState): BidResponse {
  const act = deciding(bid.acts);
  const away = bid.acts.find((one) => one.reply.turn === 'away');
  if (!act) {
    if (away?.reply.turn === 'away') return { ...away.reply, turn: 'away' };
    return { turn: 'unanswered' };
  }
  const latency = latencyOf(bid, act, state);
  const timed = latency ? { latency } : {};
  if (act.reply.turn === 'toward') return { ...act.reply, ...timed };
  return { ...act.reply, turn: 'against', ...timed };
}

function latencyOf(bid: OpenBid, act: Act, state: DyadState): Latency | undefined {
  if (act.at === undefined) return undefined;
  const responder = otherOf(state, bid.by);
  return {
    latencySeconds: secondsBetween(bid.endedAt, act.at),
    availableSeconds: availableSeconds(responder, state.unobserved, bid.endedAt, act.at),
  };
}
