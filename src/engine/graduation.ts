import { nextWeekTime } from '../domain/availability.ts';
import type { DyadState, PartnerState, WeekOfOwnAccord } from '../domain/dyad.ts';
import type { PartnerId } from '../domain/ids.ts';
import { GRADUATION, WEEKLY } from '../domain/settings.ts';
import { DAY, type Instant } from '../domain/time.ts';
import { weekOf } from '../domain/week.ts';
import { changePartner, type Draft, partnerOf } from './draft.ts';

/** Whoever answers by themselves for weeks needs no nudges; Nod says so once and steps back. */

const DAYS_A_WEEK = 7;

/** Counts an answer without a nudge. */
export function noteOwnAccord(draft: Draft, by: PartnerId, at: Instant): void {
  changeWeek(draft, by, { at, patch: (week) => ({ ...week, count: week.count + 1 }) });
  const partner = partnerOf(draft.state, by);
  const enough = endOfEnough(partner);
  if (enough === undefined || partner.graduated || partner.due?.graduation) return;
  const since = nextWeekTime(enough, partner.settings.zone, WEEKLY.graduation);
  changePartner(draft, by, (own) => ({ ...own, due: { ...own.due, graduation: { since, at: since } } }));
}

/** Counts a nudge about what waited for them: the week it fell into was not one without. */
export function noteNudged(draft: Draft, to: PartnerId, at: Instant): void {
  changeWeek(draft, to, { at, patch: (week) => ({ ...week, nudged: true }) });
}

/** Whether they are to be told now that they need no nudges, which they still get. */
export function isGraduate(partner: PartnerState, { time }: DyadState): boolean {
  const { listening, settings, graduated } = partner;
  const enough = endOfEnough(partner);
  if (!listening || !settings.coaching || graduated || enough === undefined || enough > time) return false;
  return !partner.ownAccord?.some(({ week, nudged }) => nudged && (week + DAYS_A_WEEK) * DAY > enough);
}

/** The end of the newest weeks that were enough in a row, also while the last of them goes on. */
function endOfEnough({ ownAccord = [] }: PartnerState): Instant | undefined {
  const isEnough = ({ count, nudged }: WeekOfOwnAccord) => count >= GRADUATION.answers && !nudged;
  const mondays = new Set(ownAccord.filter(isEnough).map(({ week }) => week));
  const back = Array.from({ length: GRADUATION.weeks }, (_, weeks) => weeks * DAYS_A_WEEK);
  const last = [...mondays].findLast((monday) => back.every((days) => mondays.has(monday - days)));
  return last === undefined ? undefined : (last + DAYS_A_WEEK) * DAY;
}

function changeWeek(
  draft: Draft,
  of: PartnerId,
  { at, patch }: { readonly at: Instant; readonly patch: (week: WeekOfOwnAccord) => WeekOfOwnAccord },
): void {
  const monday = weekOf(at);
  changePartner(draft, of, ({ ownAccord = [], ...partner }) => {
    const now = ownAccord.find(({ week }) => week === monday) ?? { week: monday, count: 0 };
    // One more than is needed: the week after them is running when they are told.
    const earlier = ownAccord.filter(({ week }) => week !== monday).slice(-GRADUATION.weeks);
    return { ...partner, ownAccord: [...earlier, patch(now)] };
  });
}
