import { CONSENT_SCOPE, type LedgerEntry } from '../domain/consent.ts';
import type { PartnerState } from '../domain/dyad.ts';
import type { MessageId, PartnerId } from '../domain/ids.ts';
import type { Notice, NoticeReason } from '../domain/nudge.ts';
import type { Instant } from '../domain/time.ts';
import { endBid, retractAllNudges } from './bids.ts';
import { isListening } from './door.ts';
import { change, changePartner, type Draft, forget, partnerOf } from './draft.ts';
import { forgetFirstDays } from './first-look.ts';
import { OPEN_END } from './spans.ts';

/** How listening ends and begins again, whoever's switch it was and whatever moved it. */

/** Whose switch moves, and when. */
export interface Moved {
  readonly by: PartnerId;
  readonly at: Instant;
}

/** The own switch goes off: what is open counts nowhere from now on, and nothing is held back to be read later. */
export function switchOff(
  draft: Draft,
  moved: Moved,
  why: Pick<PartnerState, 'left'> & { readonly lapsed?: true },
): void {
  const { lapsed, ...left } = why;
  if (partnerOf(draft.state, moved.by).listening)
    note(draft, moved, { about: 'listening', to: lapsed ? 'lapsed' : 'off' });
  goQuiet(draft, moved.at);
  retractNotices(draft, moved.by);
  changePartner(draft, moved.by, ({ consent: { lapsed: _, ...consent }, ...partner }) => ({
    ...partner,
    ...left,
    listening: false,
    consent: lapsed ? { ...consent, lapsed } : consent,
  }));
}

/** The own switch goes on; Nod begins anew from here if that makes both. */
export function switchOn(draft: Draft, moved: Moved, cursor: MessageId): void {
  const partner = partnerOf(draft.state, moved.by);
  if (partner.left || partner.listening) return;
  note(draft, moved, { about: 'listening', to: 'on' });
  changePartner(draft, moved.by, (own) => ({ ...own, listening: true }));
  listenAgain(draft, moved.at, cursor);
}

/** A partner can no longer, or can again, read the channel; their own switch stays as it is. */
export function markAbsent(draft: Draft, { by, at }: Moved, { is, cursor }: { is: boolean; cursor: MessageId }): void {
  if ((partnerOf(draft.state, by).absent ?? false) === is) return;
  if (is) goQuiet(draft, at);
  changePartner(draft, by, ({ absent: _, ...partner }) => (is ? { ...partner, absent: true } : partner));
  if (!is) listenAgain(draft, at, cursor);
}

/**
 * The channel is gone or closed to Nod, or open to it again. Whoever closes it sees Nod rest and means it to: what is said
 * meanwhile is never read, and from the other side it is no different from a pause (law 6).
 */
export function markShutOut(draft: Draft, at: Instant, { is, cursor }: { is: boolean; cursor: MessageId }): void {
  if ((draft.state.shutOut ?? false) === is) return;
  if (is) {
    goQuiet(draft, at);
    change(draft, { shutOut: true });
    return;
  }
  forget(draft, 'shutOut');
  listenAgain(draft, at, cursor);
}

/** Takes back the notices that are out to the partner, of one reason or of all. */
export function retractNotices(draft: Draft, to: PartnerId, reason?: NoticeReason): void {
  const isMoot = (notice: Notice) => notice.to === to && (reason === undefined || notice.reason === reason);
  for (const notice of draft.state.notices) if (isMoot(notice)) draft.effects.push({ do: 'retract', seq: notice.seq });
  change(draft, { notices: draft.state.notices.filter((notice) => !isMoot(notice)) });
}

/** A line of the partner's own ledger. */
export function note(draft: Draft, { by, at }: Moved, line: Pick<LedgerEntry, 'about' | 'to'>): void {
  draft.effects.push({ do: 'ledger', partner: by, entry: { at, scope: CONSENT_SCOPE, ...line } });
}

function goQuiet(draft: Draft, at: Instant): void {
  for (const bid of draft.state.bids) endBid(draft, bid);
  retractAllNudges(draft);
  forget(draft, 'burst');
  if (isListening(draft.state))
    change(draft, { unobserved: [...draft.state.unobserved, { from: at, until: OPEN_END }] });
  change(draft, { promises: [], answered: [], early: [], recent: [] });
  for (const { id } of draft.state.partners) {
    retractNotices(draft, id, 'first-look');
    forgetFirstDays(draft, id);
  }
}

function listenAgain(draft: Draft, at: Instant, cursor: MessageId): void {
  if (!isListening(draft.state)) return;
  const ended = draft.state.unobserved.map((span) => (span.until === OPEN_END ? { ...span, until: at } : span));
  change(draft, { unobserved: ended, cursor });
}
