import type { PartnerState } from '../../domain/dyad.ts';
import { DAY, type Instant } from '../../domain/time.ts';
import { weekOf } from '../../domain/week.ts';
import { forGoodBefore, type OwnGate } from './gate.ts';

/** After so many unopened ones, Nod backs off. Source: design, "Coach". */
const MOST_IGNORED = 2;
/** For this long since the last one, and twice as long with each more, up to the longest. Our own choice. */
const BACK_OFF = 7 * DAY;
const LONGEST_BACK_OFF = 28 * DAY;
/** For every so many answers without a nudge in these weeks, the running one included, a day more lies between two. ADR 25. */
const ANSWERS_PER_DAY_APART = 10;
const WEEKS_BEHIND = 4;
const DAYS_A_WEEK = 7;
/** However much is given unprompted, a nudge may come once in so long. Our own choice. */
const MOST_APART = 14 * DAY;

/**
 * How nudges about moments grow fewer, by what the recipient did alone. They hold back no message that comes by the
 * week or asks for a consent: those have a tick or a date of their own.
 */
export const CADENCE_GATES: readonly OwnGate[] = [
  {
    id: 'back-off',
    because: 'The last ones stayed unopened.',
    holds: (_moment, { recipient, at }) => forGoodBefore(lastNudge(recipient) + backOffAfter(recipient), at),
  },
  {
    id: 'fading',
    because: 'They answer so much unprompted that Nod writes more and more rarely.',
    holds: (moment, { recipient, at }) => {
      if (moment?.reason === 'promise') return undefined; // they named that time themselves
      return forGoodBefore(lastNudge(recipient) + apartAfter(recipient, at), at);
    },
  },
];

function backOffAfter({ ignoredInARow }: PartnerState): number {
  if (ignoredInARow < MOST_IGNORED) return 0;
  return Math.min(BACK_OFF * 2 ** (ignoredInARow - MOST_IGNORED), LONGEST_BACK_OFF);
}

/** The better it goes unprompted, the less Nod says. Movement nudges wear off as well (HeartSteps). */
function apartAfter({ ownAccord = [] }: PartnerState, at: Instant): number {
  const since = weekOf(at) - WEEKS_BEHIND * DAYS_A_WEEK;
  const answers = ownAccord.filter(({ week }) => week >= since).reduce((sum, { count }) => sum + count, 0);
  return Math.min(Math.floor(answers / ANSWERS_PER_DAY_APART) * DAY, MOST_APART);
}

function lastNudge({ coachedAt }: PartnerState): Instant {
  return coachedAt ?? Number.NEGATIVE_INFINITY;
}
