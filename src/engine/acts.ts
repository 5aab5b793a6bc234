import type { Act } from '../domain/act.ts';
import { availableSeconds } from '../domain/availability.ts';
import type { BidResponse, Latency } from '../domain/bid-response.ts';
import type { DyadState, OpenBid } from '../domain/dyad.ts';
import { REACTION_SETTLES } from '../domain/settings.ts';
import { type Instant, secondsBetween } from '../domain/time.ts';
import { otherOf } from './draft.ts';

/**
 * The act that decides: the first that is toward or against. One found in history, whose time is not known,
 * comes first only where it certainly did. Source: annotation guide, "Which act decides".
 */
export function deciding(acts: readonly Act[]): Act | undefined {
  return decisive(acts).sort((one, other) => latestTime(one) - latestTime(other))[0];
}

function decisive(acts: readonly Act[]): Act[] {
  return acts.filter((act) => act.reply.turn !== 'away');
}

/** When it came, or by when at the latest. */
function latestTime({ at, foundAt }: Pick<Act, 'at' | 'foundAt'>): Instant {
  return at ?? foundAt ?? 0;
}

/** When the decision is final: a reaction can be taken back for a minute, one found in history has stood. */
export function settlesAt(act: Pick<Act, 'at' | 'foundAt' | 'emoji'>): Instant {
  const takenBackUntil = act.emoji === undefined || act.at === undefined ? 0 : REACTION_SETTLES;
  return latestTime(act) + takenBackUntil;
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
  // Where an act without a time may have come first, latency is absent, never guessed (law 4).
  const { at } = act;
  if (at === undefined || decisive(bid.acts).some((one) => one.at === undefined)) return undefined;
  if (bid.unreadAt !== undefined && bid.unreadAt < at) return undefined;
  const responder = otherOf(state, bid.by);
  return {
    latencySeconds: secondsBetween(bid.endedAt, at),
    availableSeconds: availableSeconds(responder, state.unobserved, bid.endedAt, at),
  };
}
