import type { DyadState, PartnerState } from '../../domain/dyad.ts';
import type { OwnSilence } from '../../domain/own-silence.ts';
import type { Instant } from '../../domain/time.ts';
import type { Moment } from '../moment.ts';

/** One reason to stay silent. */
export interface Gate {
  readonly id: string;
  /** One plain sentence: why Nod stays silent when it is shut. */
  readonly because: string;
  /** Undefined while open. */
  readonly holds: (moment: Moment, around: Around) => Shut | undefined;
}

/** A gate that looks at the person alone: it also keeps back messages that are about no moment. */
export interface PersonGate extends Gate {
  readonly holds: (moment: WhatFor | undefined, around: Around) => Shut | undefined;
}

/** What a gate about the person may know of the moment; nothing of it where there is none. */
export type WhatFor = Pick<Moment, 'reason'>;

/**
 * A person gate that is shown nothing but the recipient's own side, so that they may be told of it (law 6): it is
 * the type that keeps the other, and any rest, out of `/nod why`.
 */
export interface OwnGate extends PersonGate {
  readonly id: Exclude<OwnSilence, 'busy' | 'quiet-hours'> | 'available';
  readonly holds: (moment: WhatFor | undefined, own: OwnSide) => Shut | undefined;
}

export type OwnSide = Pick<Around, 'at' | 'recipient'>;

/** For good, or until an instant after which the moment may be asked about again. */
export interface Shut {
  readonly until?: Instant;
}

/** What a gate may look at besides the moment. */
export interface Around {
  readonly state: DyadState;
  readonly at: Instant;
  readonly recipient: PartnerState;
  readonly bidder: PartnerState;
  readonly quietStart: boolean;
}

const FOR_GOOD: Shut = {};

/** For good if the condition holds. */
export function forGoodIf(condition: boolean): Shut | undefined {
  return condition ? FOR_GOOD : undefined;
}

/** Until the instant, if that is still to come. */
export function untilIfAfter(until: Instant | undefined, at: Instant): Shut | undefined {
  return until !== undefined && until > at ? { until } : undefined;
}

/** For good if the instant is still to come. */
export function forGoodBefore(until: Instant | undefined, at: Instant): Shut | undefined {
  return forGoodIf(until !== undefined && until > at);
}
