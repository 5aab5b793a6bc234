import { unavailableUntil } from '../domain/availability.ts';
import type { PersonId } from '../domain/ids.ts';
import { isNudge } from '../domain/nudge.ts';
import type { Instant } from '../domain/time.ts';
import type { OutboxRow, Store } from '../ports/store.ts';
import { isEmptyRecap } from '../tally/recap.ts';
import type { Desk } from './desk.ts';
import { isListening } from './door.ts';
import { partnerOf } from './draft.ts';
import { readRecap } from './recaps.ts';

/** Whether a message may go out as its couple stands now; no desk means that the couple has ended. */

/** Whether the person it is for is there; the couple, or they, may be gone. */
export function isSeated(desk: Desk | undefined, row: OutboxRow): boolean {
  return personOf(desk, row) !== undefined;
}

export function personOf(desk: Desk | undefined, { whisper }: OutboxRow): PersonId | undefined {
  return desk?.members.find((member) => member.id === whisper.to)?.person;
}

export function isLive(desk: Desk | undefined, { whisper }: OutboxRow): boolean {
  if (!desk) return false;
  const { nudges, notices } = desk.session.state;
  return [...nudges, ...notices].some(({ seq }) => seq === whisper.seq);
}

/** Nod was off or cut off since it was made: what it is about may have been answered where nobody heard it. */
function wentUnheard({ session }: Desk, { whisper }: OutboxRow): boolean {
  const { unheardUntil = 0 } = session.state;
  return isNudge(whisper) && whisper.at < unheardUntil;
}

/** The moment is live, Nod does not rest, and the person is not asleep or busy by now. */
export function maySend(desk: Desk | undefined, row: OutboxRow, now: Instant): boolean {
  if (!desk || !isLive(desk, row) || wentUnheard(desk, row)) return false;
  const { state } = desk.session;
  const partner = partnerOf(state, row.whisper.to);
  if (Math.max(state.restUntil ?? 0, partner.snoozedUntil ?? 0) > now) return false;
  return unavailableUntil(partner, now) === undefined;
}

/** Whether there is anything to read on it: never a recap of an empty week. Source: trust, "Privacy". */
export async function saysSomething(
  store: Pick<Store, 'momentsBy'>,
  desk: Desk | undefined,
  { whisper: { reason, to, at } }: OutboxRow,
): Promise<boolean> {
  if (reason !== 'recap' || !desk) return true;
  return isListening(desk.session.state) && !isEmptyRecap(await readRecap(store, desk, { by: to, at }));
}
