import type { DyadState, PartnerState } from './dyad.ts';
import type { PartnerId } from './ids.ts';
import { DEFAULT_SETTINGS } from './settings.ts';

/**
 * The couple once one of them has deleted what is theirs: somebody who stands for nobody, and has left, is in
 * their place; all that was open between the two is gone, since it told of both. To the other it is a couple
 * whose partner has left.
 */
export function withNobody(state: DyadState, gone: PartnerId, nobody: PartnerId): DyadState {
  const [first, second] = state.partners;
  const side = (partner: PartnerState) => (partner.id === gone ? nobodyAs(nobody) : sideAlone(partner));
  return {
    version: state.version,
    time: state.time,
    partners: [side(first), side(second)],
    nextSeq: state.nextSeq,
    bids: [],
    promises: [],
    nudges: [],
    notices: state.notices.filter((notice) => notice.to !== gone),
    early: [],
    recent: [],
    unobserved: [],
  };
}

/** Whether anybody is left who could miss the couple once this partner is gone. */
export function hasSomebodyBeside(state: DyadState, gone: PartnerId): boolean {
  return state.partners.some((partner) => partner.id !== gone && !partner.left);
}

function nobodyAs(id: PartnerId): PartnerState {
  return {
    id,
    settings: { ...DEFAULT_SETTINGS, zone: 'UTC' },
    listening: false,
    consentedAt: 0,
    consent: {},
    left: true,
    busy: [],
    whispers: 0,
    nudgedAt: [],
    hints: [],
    ignoredInARow: 0,
    unpromptedAt: [],
  };
}

/** What a partner's side holds that is theirs alone: no time or kind of what the other said stays in it. */
function sideAlone({ waiting: _, ...partner }: PartnerState): PartnerState {
  return { ...partner, nudgedAt: [], hints: [], ignoredInARow: 0, unpromptedAt: [] };
}
