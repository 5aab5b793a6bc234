import type { DyadState } from '../domain/dyad.ts';
import type { PartnerId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import type { Shut } from './gates/gate.ts';
import { PERSON_GATES } from './gates/table.ts';
import { sidesOf } from './moment.ts';

/** Whether a message that is about no moment must wait or stay unsent: the gates about the person alone. */
export function mayNotice(state: DyadState, to: PartnerId, at: Instant): Shut | undefined {
  const around = { state, at, quietStart: false, ...sidesOf(state, to) };
  for (const gate of PERSON_GATES) {
    const shut = gate.holds(undefined, around);
    if (shut) return shut;
  }
  return undefined;
}
