import type { Pairer } from '../domain/bid-response.ts';
import type { DyadState, OpenBid, PartnerState } from '../domain/dyad.ts';
import type { PartnerId } from '../domain/ids.ts';
import type { Reader } from '../domain/reading.ts';
import type { Instant } from '../domain/time.ts';
import type { Words } from '../domain/utterance.ts';
import type { Effect, Trace } from './effects.ts';
import type { TypingSeen } from './typing.ts';

/** Whether the two softenings of a real couple's life apply; replay and golden chats switch them off. */
export interface EngineOptions {
  /** The first three days after consent are quiet. */
  readonly quietStart: boolean;
  /** About one day in 14 Nod rests without a cause. */
  readonly daysOff: boolean;
  /** Whether the host has switched on the self-harm card; off unless they have. */
  readonly supportCard?: boolean;
  /** Where a judge would read, if there is one. */
  readonly judge?: 'local' | 'cloud' | undefined;
}

/** Everything a step may use besides the state and the event. */
export interface StepEnv {
  /** Only decides whether a nudge may still be sent; records never depend on it. */
  readonly now: Instant;
  readonly words: Words;
  /** Times of violence or coercion lines of the last days: memory only, gone with the process. */
  readonly dangerAt: readonly Instant[];
  /** Who types, of those who allow that: memory only as well. */
  readonly typing: TypingSeen;
  readonly reader: Reader;
  readonly pairer: Pairer;
  /** A number in [0, 1) that is the same for the same key in the same couple, so that replaying repeats it. */
  readonly chance: (key: string) => number;
  readonly options: EngineOptions;
}

/** A step under way: `state` is replaced, never changed in place. */
export interface Draft {
  state: DyadState;
  dangerAt: readonly Instant[];
  typing: TypingSeen;
  readonly effects: Effect[];
  readonly trace: Trace[];
  readonly env: StepEnv;
}

export function partnerOf(state: DyadState, id: PartnerId): PartnerState {
  const found = state.partners.find((partner) => partner.id === id);
  if (!found) throw new RangeError(`partner ${id} is not of this couple`);
  return found;
}

export function otherOf(state: DyadState, id: PartnerId): PartnerState {
  return state.partners[0].id === id ? state.partners[1] : state.partners[0];
}

export function change(draft: Draft, patch: Partial<DyadState>): void {
  draft.state = { ...draft.state, ...patch };
}

export function changePartner(draft: Draft, id: PartnerId, patch: (partner: PartnerState) => PartnerState): void {
  const [first, second] = draft.state.partners;
  change(draft, { partners: first.id === id ? [patch(first), second] : [first, patch(second)] });
}

export function changeBid(draft: Draft, seq: number, patch: (bid: OpenBid) => OpenBid): void {
  change(draft, { bids: draft.state.bids.map((bid) => (bid.seq === seq ? patch(bid) : bid)) });
}

/** The state without an optional field. */
export function forget<K extends 'burst' | 'tenseUntil' | 'restUntil' | 'wakeAt' | 'shutOut'>(
  draft: Draft,
  field: K,
): void {
  const { [field]: _, ...rest } = draft.state;
  draft.state = rest as DyadState;
}
