import { type Instant, MINUTE } from '../src/domain/time.ts';
import type { Chosen, Chronicle, Told } from './chronicle.ts';
import { FORBIDDEN, type Forbidden, isMoot, type Seen } from './forbidden.ts';

/** Why a whisper that broke no promise was still of no use. */
export type Needless =
  | 'about nothing'
  | 'about a trifle'
  | 'about to answer anyway'
  | 'in a meeting nobody knew of'
  | 'talked about already';

export type Verdict =
  | { readonly is: 'timely' }
  | { readonly is: 'needless'; readonly because: Needless }
  | { readonly is: 'forbidden'; readonly because: readonly (Forbidden | 'left standing')[] };

/** Below this, nothing hangs on a bid. By the annotation guide "finished my laundry :)" is 0.2. */
const TRIFLE = 0.35;
/** Whoever would answer so soon needed nobody to tell them. Our choice. */
const SOON = 30 * MINUTE;
/** What somebody says is read when their burst is over; until then, and two seconds more, a whisper may stand. */
const TIME_TO_TAKE_BACK = 2 * MINUTE;

/** Says of each whisper, by what truly happened, whether it was timely, needless or forbidden. */
export function judge(truth: Chronicle): readonly { readonly told: Told; readonly verdict: Verdict }[] {
  return truth.whispers.map((told) => ({ told, verdict: judgeOne(told, truth) }));
}

function judgeOne(told: Told, truth: Chronicle): Verdict {
  const bid = truth.bids.find(({ messages }) => messages.includes(told.nudge.about));
  const seen: Seen = { told, truth, bid, chosen: chosenAt(told, truth) };
  const tests = Object.entries(FORBIDDEN) as [Forbidden, (seen: Seen) => boolean][];
  const broken = tests.filter(([, isBroken]) => isBroken(seen)).map(([because]) => because);
  const standing = isLeftStanding(seen) ? (['left standing'] as const) : [];
  if (broken.length + standing.length > 0) return { is: 'forbidden', because: [...broken, ...standing] };
  const needless = whyNeedless(seen);
  return needless ? { is: 'needless', because: needless } : { is: 'timely' };
}

function whyNeedless({ told: { nudge }, truth, bid }: Seen): Needless | undefined {
  if (!bid) return 'about nothing';
  if (bid.acts.some(({ at, aloud }) => aloud && at < nudge.at)) return 'talked about already';
  if (bid.intensity < TRIFLE) return 'about a trifle';
  const ties = truth.people[nudge.to].tied;
  if (ties.some(({ from, until }) => from <= nudge.at && nudge.at < until)) return 'in a meeting nobody knew of';
  const planned = bid.plannedAt;
  if (planned !== undefined && planned > nudge.at && planned - nudge.at < SOON) return 'about to answer anyway';
  return undefined;
}

/** It stayed though it had become moot, or though harsh words fell. */
function isLeftStanding({ told, truth, bid }: Seen): boolean {
  const goneAt = told.takenBackAt ?? Number.POSITIVE_INFINITY;
  const became = bid
    ? mootAt(
        told,
        bid.acts.map(({ at }) => at + 1).filter((at) => isMoot(told, bid, at)),
      )
    : undefined;
  const strained = truth.strains.find(({ at, what }) => what !== 'tender' && isAfter(told, at))?.at;
  return [became, strained].some((at) => at !== undefined && goneAt > at + TIME_TO_TAKE_BACK);
}

function mootAt(told: Told, times: readonly Instant[]): Instant | undefined {
  const after = times.filter((at) => isAfter(told, at));
  return after.length > 0 ? Math.min(...after) : undefined;
}

/** While it was out: every card goes after its day. */
function isAfter({ nudge }: Told, at: Instant): boolean {
  return at > nudge.at && at < nudge.at + 24 * 60 * MINUTE - TIME_TO_TAKE_BACK;
}

function chosenAt({ nudge }: Told, truth: Chronicle): Chosen {
  const { chose } = truth.people[nudge.to];
  const chosen = chose.findLast(({ at }) => at <= nudge.at) ?? chose[0];
  if (!chosen) throw new RangeError('nobody chose anything');
  return chosen;
}
