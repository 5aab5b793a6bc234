import type { DyadState, PartnerState } from '../domain/dyad.ts';
import type { PartnerId } from '../domain/ids.ts';
import type { NoticeReason } from '../domain/nudge.ts';
import type { Instant } from '../domain/time.ts';
import type { Shut } from './gates/gate.ts';
import { PERSON_GATES } from './gates/table.ts';
import { sidesOf } from './moment.ts';

/** What has a tick of its own, whatever else they want. */
const TICKED: readonly NoticeReason[] = ['recap', 'check-in'];

interface AboutNotice {
  readonly to: PartnerId;
  readonly reason: NoticeReason;
  /** Whether the first days are quiet. */
  readonly quietStart?: boolean;
}

/** Whether a message that is about no moment must wait or stay unsent: the gates about the person alone. */
export function mayNotice(
  state: DyadState,
  { to, reason, quietStart = false }: AboutNotice,
  at: Instant,
): Shut | undefined {
  const { recipient, ...sides } = sidesOf(state, to);
  const wanting = TICKED.includes(reason) ? asTicked(recipient) : recipient;
  const isQuiet = quietStart && TICKED.includes(reason); // the first message of all is the first look
  const around = { state, at, quietStart: isQuiet, ...sides, recipient: wanting };
  for (const gate of PERSON_GATES) {
    const shut = gate.holds(undefined, around);
    if (shut) return shut;
  }
  return undefined;
}

/** It needs no yes to messages about moments. */
function asTicked(recipient: PartnerState): PartnerState {
  return { ...recipient, settings: { ...recipient.settings, coaching: true } };
}
