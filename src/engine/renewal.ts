import { PURPOSES, type Terms } from '../domain/consent.ts';
import type { DyadState, PartnerSettings, PartnerState } from '../domain/dyad.ts';
import type { MessageId, PartnerId } from '../domain/ids.ts';
import { RENEWAL_THEN } from '../domain/settings.ts';
import type { Instant } from '../domain/time.ts';
import { wereAskedAboutPauses } from '../domain/typing-leave.ts';
import { lapsesAt } from './door.ts';
import { changePartner, type Draft, partnerOf } from './draft.ts';
import { allLines, ledgerLines } from './ledger-lines.ts';
import { type Moved, note, retractNotices, switchOff, switchOn } from './switches.ts';

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

/** The settings of who said yes to a language model on that computer, where there is one. */
export function toHost<Some extends Partial<PartnerSettings>>(settings: Some, judgeHost: string | undefined): Some {
  return judgeHost === undefined ? settings : { ...settings, judgeHost };
}

/**
 * Their settings once they say yes to these terms. What typing counts for has grown: a yes to the card as a whole is
 * none to that, so it is off for whoever said yes to less, until they tick it themselves (ADR 30).
 */
export function settingsRenewed({ settings, consent }: PartnerState, judgeHost: string | undefined): PartnerSettings {
  return { ...toHost(settings, judgeHost), typing: settings.typing && wereAskedAboutPauses(consent) };
}

/** They said yes again, to everything that was on. */
export function renew(draft: Draft, renewed: Moved & { readonly terms: Terms; readonly cursor: MessageId }): void {
  const { by, at, terms, cursor } = renewed;
  const before = partnerOf(draft.state, by);
  if (before.left) return;
  retractNotices(draft, by);
  const { judgeHost, ...agreed } = terms;
  const settings = settingsRenewed(before, judgeHost);
  changePartner(draft, by, (partner) => ({
    ...partner,
    settings,
    consent: { terms: agreed, askAgainAt: at + RENEWAL_THEN },
  }));
  if (before.listening) note(draft, renewed, { about: 'listening', to: 'on' });
  else switchOn(draft, renewed, cursor);
  const isPurpose = (about: string) => PURPOSES.some((purpose) => purpose === about);
  for (const line of allLines(settings)) if (isPurpose(line.about) && line.to === 'on') note(draft, renewed, line);
  for (const line of ledgerLines(settings, before.settings)) note(draft, renewed, line);
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
