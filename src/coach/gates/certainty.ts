import { isOpenedByWords } from '../../domain/bid.ts';
import type { DyadState, OpenBid, PartnerState } from '../../domain/dyad.ts';
import { exceptionFor } from '../../domain/exception.ts';
import { MOST_UNMET } from '../../domain/settings.ts';
import { DAY } from '../../domain/time.ts';
import type { Moment } from '../moment.ts';
import { forGoodIf, type Gate } from './gate.ts';

/** Below this, little hangs on it. Source: design, "Coach". */
const LEAST_INTENSITY = 0.5;
/** Source: design, "Coach". */
const LEAST_READING_CONFIDENCE = 0.8;
/** So much surer for each moment of the kind that they said was a joke, up to this. Our own choice. */
const SURER_PER_JOKE = 0.05;
const SUREST = 0.97;
/** Source: design, "Coach". */
const LEAST_PAIRING_CONFIDENCE = 0.7;
/** So long an unanswered row is remembered. Design, law "nothing negative is kept beyond 24 h". */
const ROW_FORGOTTEN = DAY;

/** Whether the moment itself is one to whisper about. */
export const CERTAINTY_GATES: readonly Gate[] = [
  {
    id: 'never-coached',
    because: 'Mending is between the two; Nod never steps in.',
    holds: (moment) => forGoodIf(moment.kind === 'repair'),
  },
  {
    id: 'tender',
    because: 'Nod stays out of tender things.',
    holds: (moment) => forGoodIf(moment.tender),
  },
  {
    id: 'observed',
    because: 'There is a stretch that Nod could not read; the answer may lie there.',
    holds: (moment, { state, at }) =>
      forGoodIf(
        isUnheard(moment, state) || state.unobserved.some((one) => one.from < at && one.until > moment.endedAt),
      ),
  },
  {
    id: 'matters',
    because: 'Too little hangs on it.',
    holds: (moment) => forGoodIf(!mattersEnough(moment)),
  },
  {
    id: 'sure-of-reading',
    because: 'Nod is not sure it heard this right.',
    holds: (moment, { recipient }) => forGoodIf(!isSurelyRead(moment, recipient)),
  },
  {
    id: 'sure-of-pairing',
    because: 'Nod is not sure what the reply meant.',
    holds: (moment) => forGoodIf(!isSurelyPaired(moment)),
  },
  {
    id: 'exception',
    because: 'They asked not to be told about moments like this.',
    holds: (moment, { recipient }) => forGoodIf(recipient.settings.exceptions.includes(exceptionFor(moment))),
  },
  {
    id: 'row',
    because: 'Several before it wait as well; this is not about one small moment.',
    holds: (moment, { state, bidder, at }) => {
      const { waiting } = bidder;
      const lapsed = waiting !== undefined && at - waiting.since < ROW_FORGOTTEN ? waiting.count : 0;
      const open = state.bids.filter(
        (bid) => bid.by === bidder.id && at - bid.endedAt < ROW_FORGOTTEN && isBefore(bid, moment),
      ).length;
      // What Nod did not hear as a bid may have been one, so the row of what was said counts too. ADR 24.
      const isSaidInARow = state.bids.some((bid) => bid.seq === moment.bidSeq && bid.inARow);
      return forGoodIf(isSaidInARow || lapsed + open >= MOST_UNMET);
    },
  },
];

/** A call that nobody heard may have answered it: what history holds was read, calls are not in it. */
function isUnheard({ endedAt }: Moment, { unheardUntil }: DyadState): boolean {
  return unheardUntil !== undefined && unheardUntil > endedAt;
}

/** How sure Nod is of a moment, and how much hangs on it. */
export type Sureness = Pick<Moment, 'kind' | 'intensity' | 'readingConfidence' | 'pairingConfidence'>;

/** Whether it is sure enough of the moment, and enough hangs on it: asked once more after a second opinion. */
export function isSureEnough(moment: Sureness, recipient: PartnerState): boolean {
  return mattersEnough(moment) && isSurelyRead(moment, recipient) && isSurelyPaired(moment);
}

function mattersEnough({ intensity }: Sureness): boolean {
  return intensity >= LEAST_INTENSITY;
}

function isSurelyRead({ kind, readingConfidence }: Sureness, { settings }: PartnerState): boolean {
  const jokes = settings.jokes[kind] ?? 0;
  return readingConfidence >= Math.min(LEAST_READING_CONFIDENCE + jokes * SURER_PER_JOKE, SUREST);
}

function isSurelyPaired({ pairingConfidence = 1 }: Sureness): boolean {
  return pairingConfidence >= LEAST_PAIRING_CONFIDENCE;
}

/** An earlier bid of theirs that nothing was done with so far. What only a pause opened stands in no row (ADR 30). */
function isBefore(bid: OpenBid, moment: Moment): boolean {
  return isOpenedByWords(bid) && bid.endedAt < moment.endedAt && !bid.lapsed && bid.acts.length === 0;
}
