import type { Terms } from '../domain/consent.ts';
import type { Due, DyadState, PartnerSettings, PartnerState } from '../domain/dyad.ts';
import type { MessageId, PartnerId } from '../domain/ids.ts';
import { QUIET_START, RENEWAL_FIRST } from '../domain/settings.ts';
import type { Instant } from '../domain/time.ts';

/** A couple at the moment both have consented. */
export function newDyad(
  partners: readonly [NewPartner, NewPartner],
  { at, cursor, quietStart = false }: Beginning,
): DyadState {
  const due = quietStart ? { due: { 'first-look': firstLookAfter(at) } } : {};
  return {
    version: 2,
    time: at,
    ...(cursor === undefined ? {} : { cursor, from: cursor }),
    partners: [
      { ...newPartner(partners[0]), ...due },
      { ...newPartner(partners[1]), ...due },
    ],
    nextSeq: 1,
    bids: [],
    promises: [],
    answered: [],
    nudges: [],
    notices: [],
    early: [],
    recent: [],
    unobserved: [],
  };
}

interface Beginning {
  readonly at: Instant;
  readonly cursor?: MessageId;
  /** The first days are quiet, and a first look comes after them. */
  readonly quietStart?: boolean;
}

export interface NewPartner {
  readonly id: PartnerId;
  readonly settings: PartnerSettings;
  readonly consentedAt: Instant;
  /** Absent where nobody is asked again. */
  readonly terms?: Terms;
}

/** Once the quiet first days are over. */
function firstLookAfter(began: Instant): Due {
  const at = began + QUIET_START;
  return { since: at, at };
}

function newPartner({ id, settings, consentedAt, terms }: NewPartner): PartnerState {
  return {
    id,
    settings,
    listening: true,
    consentedAt,
    consent: terms ? { terms, askAgainAt: consentedAt + RENEWAL_FIRST } : {},
    busy: [],
    whispers: 0,
    nudgedAt: [],
    hints: [],
    ignoredInARow: 0,
  };
}
