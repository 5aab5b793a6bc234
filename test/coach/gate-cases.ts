import type { Reply } from '../../src/domain/bid-response.ts';
import type { DyadState, OpenBid, OpenPromise, PartnerSettings, PartnerState } from '../../src/domain/dyad.ts';
import type { PartnerId } from '../../src/domain/ids.ts';
import type { Reason } from '../../src/domain/nudge.ts';
import { CONFLICT_REST, TENSE_FOR } from '../../src/domain/settings.ts';
import { DAY, HOUR, MINUTE } from '../../src/domain/time.ts';
import { weekOf } from '../../src/domain/week.ts';
import {
  ANA,
  answeredBid,
  BEN,
  BID_END,
  dyadState,
  openBid,
  openPromise,
  partnerState,
  when,
} from '../support/dyad-state.ts';

const REPLIES: Record<'toward' | 'away' | 'against', Reply> = {
  toward: { turn: 'toward', energy: 'attentive', confidence: 0.9 },
  away: { turn: 'away', confidence: 0.9 },
  against: { turn: 'against', confidence: 0.9 },
};
/** What Ben did at that instant. */
export const act = (turn: keyof typeof REPLIES, at: number) => ({ at, event: 'm9', reply: REPLIES[turn] });
/** A state in which exactly this reason makes Nod whisper to Ben. */
export function whispering(reason: Reason): DyadState {
  const passedAt = BID_END + 5 * MINUTE;
  switch (reason) {
    case 'passed-over':
      return dyadState({ time: BID_END + 40 * MINUTE, bids: [openBid({ passedAt, acts: [act('away', passedAt)] })] });
    case 'silence':
      return dyadState({ time: BID_END + 2 * HOUR + MINUTE, bids: [openBid()] });
    case 'promise':
      return dyadState({ time: BID_END + 3 * HOUR, promises: [openPromise()] });
    case 'more-to-say':
      return dyadState({
        time: when('2026-11-25T19:30'),
        partners: [partnerState({ id: ANA }), partnerState({ id: BEN, usualJoy: { mean: 1.6, count: 20 } })],
        answered: [answeredBid({ energy: 'low' })],
      });
    case 'follow-up':
      return dyadState({ time: BID_END, answered: [answeredBid({ endedAt: BID_END - DAY })] });
  }
}

/** When the bid that the state is about was over. */
const endOf = ({ answered: [answered] }: DyadState) => answered?.endedAt ?? BID_END;

type Change = (state: DyadState) => DyadState;

const partner =
  (id: PartnerId, patch: (state: DyadState) => Partial<PartnerState>): Change =>
  (state) => {
    const [ana, ben] = state.partners.map((one) => (one.id === id ? { ...one, ...patch(state) } : one));
    return { ...state, partners: [ana as PartnerState, ben as PartnerState] };
  };
export const ben = (patch: (state: DyadState) => Partial<PartnerState>) => partner(BEN, patch);
export const bensSettings =
  (patch: Partial<PartnerSettings>): Change =>
  (state) =>
    ben(({ partners }) => ({ settings: { ...partners[1].settings, ...patch } }))(state);
/** The same about the bid, or about the promise that holds what was read of it. */
const read =
  (patch: Partial<Pick<OpenBid & OpenPromise, 'kind' | 'intensity' | 'confidence' | 'because'>>): Change =>
  (state) => ({
    ...state,
    bids: state.bids.map((bid) => ({ ...bid, ...patch })),
    promises: state.promises.map((promise) => ({ ...promise, ...patch })),
    answered: state.answered.map((answered) => ({ ...answered, ...patch })),
  });
const paired =
  (confidence: number): Change =>
  (state) => ({
    ...state,
    bids: state.bids.map((bid) => ({
      ...bid,
      acts: bid.acts.map((one) => ({ ...one, reply: { ...one.reply, confidence } })),
    })),
    promises: state.promises.map((promise) => ({ ...promise, pairingConfidence: confidence })),
    answered: state.answered.map((answered) => ({ ...answered, pairingConfidence: confidence })),
  });

interface GateCase {
  readonly gate: string;
  /** Shuts this gate and no other. */
  readonly shuts: Change;
  /** Comes as near to it as can be. */
  readonly leavesOpen: Change;
  /** Time opens it again. */
  readonly waits?: true;
  readonly notFor?: readonly Reason[];
}

/** One case a gate, in their order. */
export const GATE_CASES: readonly GateCase[] = [
  {
    gate: 'both-listening',
    shuts: partner(ANA, () => ({ listening: false })),
    leavesOpen: partner(ANA, () => ({ unreachable: true, snoozedUntil: BID_END + DAY })), // hers, not his
  },
  {
    gate: 'wants-messages',
    shuts: bensSettings({ coaching: false }),
    leavesOpen: partner(ANA, ({ partners }) => ({ settings: { ...partners[0].settings, coaching: false } })),
  },
  {
    gate: 'wants-reason',
    shuts: bensSettings({ reasons: [] }),
    leavesOpen: partner(ANA, ({ partners }) => ({ settings: { ...partners[0].settings, reasons: [] } })),
  },
  {
    gate: 'reachable',
    shuts: ben(() => ({ unreachable: true })),
    leavesOpen: partner(ANA, () => ({ unreachable: true })),
  },
  {
    gate: 'resting',
    shuts: (state) => ({ ...state, restUntil: state.time + 1 }),
    leavesOpen: (state) => ({ ...state, restUntil: state.time }),
  },
  {
    gate: 'tense',
    shuts: (state) => ({ ...state, tenseUntil: state.time + TENSE_FOR - CONFLICT_REST + 1 }),
    leavesOpen: (state) => ({ ...state, tenseUntil: state.time + TENSE_FOR - CONFLICT_REST }),
  },
  {
    gate: 'available',
    shuts: ben(({ time }) => ({ busy: [{ from: time, until: time + HOUR }] })),
    leavesOpen: ben(({ time }) => ({ busy: [{ from: time - 1, until: time }] })),
    waits: true,
  },
  {
    gate: 'snoozed',
    shuts: ben(({ time }) => ({ snoozedUntil: time + 1 })),
    leavesOpen: ben(({ time }) => ({ snoozedUntil: time })),
  },
  {
    gate: 'never-coached',
    shuts: read({ kind: 'repair' }),
    leavesOpen: read({ kind: 'request' }),
    notFor: ['more-to-say', 'follow-up'], // only good news and hard things are kept once they are answered
  },
  {
    gate: 'tender',
    shuts: (state) => ({ ...state, bids: state.bids.map((bid) => ({ ...bid, tender: true })) }),
    leavesOpen: (state) => state,
    notFor: ['promise', 'more-to-say', 'follow-up'], // nothing is kept about a tender bid
  },
  {
    gate: 'observed',
    shuts: (state) => ({ ...state, unobserved: [{ from: endOf(state) - MINUTE, until: endOf(state) + 1 }] }),
    leavesOpen: (state) => ({
      ...state,
      unobserved: [
        { from: endOf(state) - MINUTE, until: endOf(state) },
        { from: state.time, until: state.time + DAY },
      ],
    }),
  },
  {
    gate: 'matters',
    shuts: read({ intensity: 0.49 }),
    leavesOpen: read({ intensity: 0.5 }),
    notFor: ['more-to-say', 'follow-up'], // they hear only of much greater things
  },
  { gate: 'sure-of-reading', shuts: read({ confidence: 0.79 }), leavesOpen: read({ confidence: 0.8 }) },
  {
    gate: 'sure-of-pairing',
    shuts: paired(0.69),
    leavesOpen: paired(0.7),
    notFor: ['silence'], // there is no reply to be sure of
  },
  {
    gate: 'exception',
    shuts: bensSettings({ exceptions: ['good-news/made-it'] }),
    leavesOpen: (state) =>
      read({ because: ['good-news/relief', 'good-news/made-it'] })(
        bensSettings({ exceptions: ['good-news/made-it'] })(state),
      ),
  },
  {
    gate: 'row',
    shuts: partner(ANA, ({ time }) => ({ waiting: { count: 3, since: time - DAY + 1 } })),
    leavesOpen: partner(ANA, ({ time }) => ({ waiting: { count: 3, since: time - DAY } })),
  },
  {
    gate: 'quiet-start',
    shuts: partner(ANA, ({ time }) => ({ consentedAt: time - 3 * DAY + 1 })),
    leavesOpen: partner(ANA, ({ time }) => ({ consentedAt: time - 3 * DAY })),
  },
  {
    gate: 'both-around',
    shuts: partner(ANA, ({ time }) => ({ wroteAt: time - 7 * DAY - 1 })),
    leavesOpen: partner(ANA, ({ time }) => ({ wroteAt: time - 7 * DAY })),
  },
  {
    gate: 'apart',
    shuts: (state) =>
      ben(({ time }) => ({ nudgedAt: [time - 45 * MINUTE + 1] }))(bensSettings({ nudgesPerDay: 2 })(state)),
    leavesOpen: (state) =>
      ben(({ time }) => ({ nudgedAt: [time - 45 * MINUTE] }))(bensSettings({ nudgesPerDay: 2 })(state)),
    waits: true,
  },
  {
    gate: 'day',
    shuts: ben(() => ({ nudgedAt: [when('2026-11-25T00:00')] })),
    leavesOpen: ben(() => ({ nudgedAt: [when('2026-11-25T00:00') - 1] })),
  },
  {
    gate: 'week',
    shuts: ben(({ time }) => ({ nudgedAt: [7 * DAY - 1, 3 * DAY, 2 * DAY, DAY].map((ago) => time - ago) })),
    leavesOpen: ben(({ time }) => ({ nudgedAt: [7 * DAY, 3 * DAY, 2 * DAY, DAY].map((ago) => time - ago) })),
  },
  {
    gate: 'back-off',
    shuts: ben(({ time }) => ({ ignoredInARow: 2, coachedAt: time - 7 * DAY + 1 })),
    leavesOpen: ben(({ time }) => ({ ignoredInARow: 2, coachedAt: time - 7 * DAY })),
  },
  {
    gate: 'fading',
    shuts: ben(({ time }) => ({ coachedAt: time - 3 * DAY + 1, ownAccord: [{ week: weekOf(time), count: 30 }] })),
    leavesOpen: ben(({ time }) => ({ coachedAt: time - 3 * DAY, ownAccord: [{ week: weekOf(time), count: 30 }] })),
    notFor: ['promise'], // they named that time themselves
  },
];
