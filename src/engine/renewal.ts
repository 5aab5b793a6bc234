import { mayNotice } from '../coach/notices.ts';
import { PURPOSES, type Terms } from '../domain/consent.ts';
import type { DyadState, PartnerState } from '../domain/dyad.ts';
import type { MessageId, PartnerId } from '../domain/ids.ts';
import type { Notice } from '../domain/nudge.ts';
import { RENEWAL_THEN } from '../domain/settings.ts';
import { DAY, type Instant } from '../domain/time.ts';
import { lapsesAt } from './door.ts';
import { change, changePartner, type Draft, partnerOf } from './draft.ts';
import { allLines } from './ledger-lines.ts';
import { type Moved, note, retractNotices, switchOff, switchOn } from './switches.ts';
import { nextWhisper } from './whispers.ts';

/**
 * Consent is asked for again, privately: with the next answer to a command, and by direct message where these
 * were agreed to. Unanswered, it lapses, and the partner's own switch goes off. Source: trust, "Consent".
 */

/** Whether the partner is to be asked, or told that their yes has run out. */
export function isAskedAgain({ listening, consent }: PartnerState, at: Instant): boolean {
  return consent.lapsed ?? (listening && (consent.askAgainAt ?? at + 1) <= at);
}

/** Something is no longer as it was: they are asked from now on. */
export function askAgain(draft: Draft, by: PartnerId, at: Instant): void {
  changePartner(draft, by, ({ consent: { whispered: _, ...consent }, ...partner }) => ({
    ...partner,
    consent: { ...consent, askAgainAt: Math.min(consent.askAgainAt ?? at, at) },
  }));
}

/** They said yes again, to everything that was on. */
export function renew(draft: Draft, renewed: Moved & { readonly terms: Terms; readonly cursor: MessageId }): void {
  const { by, at, terms, cursor } = renewed;
  const { settings, listening, left } = partnerOf(draft.state, by);
  if (left) return;
  retractNotices(draft, by);
  changePartner(draft, by, (partner) => ({ ...partner, consent: { terms, askAgainAt: at + RENEWAL_THEN } }));
  if (listening) note(draft, renewed, { about: 'listening', to: 'on' });
  else switchOn(draft, renewed, cursor);
  const isPurpose = (about: string) => PURPOSES.some((purpose) => purpose === about);
  for (const line of allLines(settings)) if (isPurpose(line.about) && line.to === 'on') note(draft, renewed, line);
}

/** When a yes next runs out. */
export function nextLapse({ partners }: DyadState): Instant {
  return Math.min(...partners.map(lapsesAt));
}

/** Whose yes has run out by then stops listening. */
export function passLapses(draft: Draft, at: Instant): void {
  for (const partner of draft.state.partners)
    if (lapsesAt(partner) <= at) switchOff(draft, { by: partner.id, at }, { lapsed: true });
}

/** Asks by direct message, once, whoever is to be asked and may be written to now. */
export function whisperRenewals(draft: Draft): void {
  for (const { id } of draft.state.partners) {
    const { time: at } = draft.state;
    if (!isToWhisper(partnerOf(draft.state, id), at) || mayNotice(draft.state, id, at) !== undefined) continue;
    const notice: Notice = { seq: nextWhisper(draft, id, at), to: id, reason: 'renewal', at };
    draft.effects.push({ do: 'notice', notice });
    change(draft, { notices: [...draft.state.notices, notice] });
    changePartner(draft, id, (partner) => ({ ...partner, consent: { ...partner.consent, whispered: true } }));
  }
}

/** When a direct message that asks again is next to be thought of; undefined when none is. */
export function nextRenewal(state: DyadState): Instant | undefined {
  const times = state.partners.flatMap((partner) => {
    if (!partner.listening || !partner.settings.coaching || partner.consent.whispered) return [];
    const { askAgainAt } = partner.consent;
    if (askAgainAt === undefined) return [];
    if (askAgainAt > state.time) return [askAgainAt];
    return [mayNotice(state, partner.id, state.time)?.until ?? state.time + DAY]; // what has no end is looked at daily
  });
  return times.length === 0 ? undefined : Math.min(...times);
}

function isToWhisper(partner: PartnerState, at: Instant): boolean {
  return partner.listening && isAskedAgain(partner, at) && !partner.consent.whispered;
}
