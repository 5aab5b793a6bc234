import type { DyadState } from '../domain/dyad.ts';
import type { PartnerId } from '../domain/ids.ts';
import type { Together } from '../domain/mirror.ts';
import type { Instant } from '../domain/time.ts';
import { weekOf } from '../domain/week.ts';
import { keptTogether } from '../tally/kept.ts';
import { changePartner, type Draft } from './draft.ts';

/** Promises to come back that were kept: counted by the week on the side of whoever kept them, and told of both alone. */

/** Four closed weeks are told of, at most nine days late; older ones go. */
const KEPT_FOR_DAYS = 42;

/** Counts a promise that they kept. */
export function noteKept(draft: Draft, by: PartnerId): void {
  const monday = weekOf(draft.state.time);
  changePartner(draft, by, ({ kept = [], ...partner }) => {
    const count = kept.find(({ week }) => week === monday)?.count ?? 0;
    const earlier = kept.filter(({ week }) => week < monday && week >= monday - KEPT_FOR_DAYS);
    return { ...partner, kept: [...earlier, { week: monday, count: count + 1 }] };
  });
}

/** What both may read of it. */
export function keptIn({ partners: [first, second] }: DyadState, at: Instant): Pick<Together, 'kept'> {
  const kept = keptTogether([first.kept ?? [], second.kept ?? []], at);
  return kept === undefined ? {} : { kept };
}
