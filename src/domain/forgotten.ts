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
    answered: [],
    nudges: [],
    notices: state.notices.filter((notice) => notice.to !== gone),
    early: [],
    recent: [],
    unobserved: [],
    // Both see it, whoever chose it: if it went, the other could tell.
    ...(state.sign === undefined ? {} : { sign: state.sign }),
  };
}

/** Whether anybody is left who could miss the couple once this partner is gone. */
export function hasSomebodyBeside(state: DyadState, gone: PartnerId): boolean {
  return state.partners.some((partner) => partner.id !== gone && !partner.left);
}

function nobodyAs(id: PartnerId): PartnerState {
  const settings = { ...DEFAULT_SETTINGS, zone: 'UTC' };
  return { id, settings, listening: false, consentedAt: 0, consent: {}, left: true, whispers: 0, ...NOTHING_OF_BOTH };
}

/** What a side holds that tells what the other said or when, as it is before anything was said. */
const NOTHING_OF_BOTH = { busy: [], nudgedAt: [], hints: [], ignoredInARow: 0 } as const;

/** What a partner's side holds that is theirs alone; whatever is not named here goes. */
const THEIRS_ALONE = [
  'id',
  'settings',
  'listening',
  'consentedAt',
  'consent',
  'absent',
  'busy',
  'snoozedUntil',
  'left',
  'unreachable',
  'seenAt',
  'wroteAt',
  'whispers',
  'usualWords',
  'languages',
  'toldUnread',
  'checkIns',
  'graduated', // it comes of both, but were it gone, opening that card again would step back once more
] as const satisfies readonly (keyof PartnerState)[];

function sideAlone(partner: PartnerState): PartnerState {
  const own = THEIRS_ALONE.filter((name) => partner[name] !== undefined).map((name) => [name, partner[name]] as const);
  return { ...NOTHING_OF_BOTH, ...(Object.fromEntries(own) as Pick<PartnerState, (typeof THEIRS_ALONE)[number]>) };
}
