import type { DyadState, PartnerSettings, PartnerState } from '../domain/dyad.ts';
import { DEFAULT_SETTINGS } from '../domain/settings.ts';
import type { Instant } from '../domain/time.ts';

/** What a state of the first layout had; everything else a state has now came later. */
interface FirstState extends Omit<DyadState, 'version' | 'partners'> {
  readonly version: 1;
  /** Absent from states that were written between two releases. */
  readonly nextNudge?: number;
  readonly partners: readonly [FirstPartner, FirstPartner];
}

type FirstPartner = Omit<PartnerState, 'settings' | 'consent' | 'whispers'> & {
  /** Instants of answers without a nudge; today they are counted by the week. */
  readonly unpromptedAt?: readonly Instant[];
  readonly consent?: PartnerState['consent'];
  readonly whispers?: number;
  readonly settings: Partial<PartnerSettings> & Pick<PartnerSettings, 'zone'>;
};

/**
 * A state of the first layout as one of today. Whoever agreed then saw another card, so they are asked again at the
 * next start; direct messages that are out are taken back, since today's say more of what they are about.
 */
export function upgradeFirst({ nextNudge = 1, partners, ...state }: FirstState): DyadState {
  const upgrade = ({ settings, unpromptedAt: _, ...partner }: FirstPartner): PartnerState => ({
    ...partner,
    settings: { ...DEFAULT_SETTINGS, ...settings },
    // No such card exists any more: whatever it said, today's terms are others, so they are asked at the next start.
    consent: partner.consent ?? { terms: { scope: 1, host: '', encrypted: false, readers: 0 } },
    whispers: Math.max(partner.whispers ?? 0, nextNudge), // twice this is beyond every number that was given
  });
  const [first, second] = partners;
  return { ...state, version: 2, partners: [upgrade(first), upgrade(second)], answered: [], nudges: [], notices: [] };
}
