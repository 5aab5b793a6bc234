import type { PartnerState } from '../domain/dyad.ts';
import type { OwnSilence, OwnSilenceNow } from '../domain/own-silence.ts';
import type { Instant } from '../domain/time.ts';
import type { OwnGate } from './gates/gate.ts';
import { OWN_GATES } from './gates/table.ts';

/** What of a person's own keeps Nod from writing to them at the instant, in the order in which it is asked. */
export function ownSilences(recipient: PartnerState, at: Instant): readonly OwnSilenceNow[] {
  return OWN_GATES.flatMap((gate) => {
    const shut = gate.holds(undefined, { recipient, at });
    return shut ? [{ because: nameOf(gate, recipient, at), ...shut }] : [];
  });
}

/** One gate holds for sleep, work and being busy, which a person tells apart. */
function nameOf({ id }: OwnGate, { busy }: PartnerState, at: Instant): OwnSilence {
  if (id !== 'available') return id;
  return busy.some((span) => span.from <= at && at < span.until) ? 'busy' : 'quiet-hours';
}
