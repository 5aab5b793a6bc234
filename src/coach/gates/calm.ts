import { unavailableUntil } from '../../domain/availability.ts';
import type { DyadState } from '../../domain/dyad.ts';
import { CONFLICT_REST, TENSE_FOR } from '../../domain/settings.ts';
import type { Instant } from '../../domain/time.ts';
import { forGoodBefore, forGoodIf, type OwnGate, type PersonGate, untilIfAfter } from './gate.ts';

/** Those of them that are the recipient's own doing. */
export const OWN_CALM_GATES: readonly OwnGate[] = [
  {
    id: 'available',
    because: 'It is a time in which they sleep, work or are busy.',
    holds: (_moment, { recipient, at }) => {
      const until = unavailableUntil(recipient, at);
      // Settings that leave no free minute in the day have no end to wait for.
      return until === Number.POSITIVE_INFINITY ? forGoodIf(true) : untilIfAfter(until, at);
    },
  },
  {
    id: 'snoozed',
    because: 'They asked for some quiet.',
    holds: (_moment, { recipient, at }) => forGoodBefore(recipient.snoozedUntil, at),
  },
];

/** Whether this is a time in which anybody may be whispered to. Source: design, "Coach"; trust, "Safety". */
export const CALM_GATES: readonly PersonGate[] = [
  {
    id: 'resting',
    because: 'Nod is resting.',
    holds: (_moment, { state, at }) => forGoodBefore(state.restUntil, at),
  },
  {
    id: 'tense',
    because: 'There were harsh words a moment ago.',
    // Tension itself lasts a day for reading repairs; only the first half hour of it is a live conflict.
    holds: (_moment, { state, at }) => forGoodBefore(liveConflictEnd(state), at),
  },
  ...OWN_CALM_GATES,
];

/** Source: design, "Defaults": conflict rests until 30 min after the last harsh utterance. */
function liveConflictEnd({ tenseUntil }: DyadState): Instant | undefined {
  return tenseUntil === undefined ? undefined : tenseUntil - TENSE_FOR + CONFLICT_REST;
}
