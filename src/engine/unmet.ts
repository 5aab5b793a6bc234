import type { DyadState, PartnerState } from '../domain/dyad.ts';
import type { PartnerId } from '../domain/ids.ts';
import { MOST_UNMET } from '../domain/settings.ts';
import { DAY, type Instant } from '../domain/time.ts';
import type { Utterance } from '../domain/utterance.ts';
import { change, changePartner, type Draft, otherOf, partnerOf } from './draft.ts';

/**
 * How often somebody has spoken since the other last said, or reacted to, anything: what both can see. A bid that Nod
 * did not hear as one was still said, so a row of bids goes by what was said, not by what was heard. Source: ADR 24.
 */

/** Notes an utterance of theirs that is over. */
export function noteSaid(draft: Draft, { by, endedAt }: Utterance): void {
  changePartner(draft, by, ({ unmet = [], ...partner }) => ({
    ...partner,
    unmet: [...unmet.filter((at) => at > endedAt - DAY), endedAt].slice(-MOST_UNMET),
  }));
}

/** Whether what they say now comes after as many that the other did nothing about, all of the last day. */
export function isInARow({ state }: Draft, by: PartnerId, at: Instant): boolean {
  const { unmet = [] } = partnerOf(state, by);
  return unmet.filter((one) => one > at - DAY).length >= MOST_UNMET;
}

/** Somebody said something, reacted or came into a call: nothing of the other's stands in a row any more. */
export function meetOther(draft: Draft, by: PartnerId): void {
  const { id, unmet } = otherOf(draft.state, by);
  if (unmet === undefined) return;
  changePartner(draft, id, ({ unmet: _, ...partner }) => partner);
  change(draft, {
    bids: draft.state.bids.map((bid) => {
      const { inARow: _, ...rest } = bid;
      return bid.by === id ? rest : bid;
    }),
  });
}

/** When something of a row is next a day old: longer it is not kept. Design, "Tally": nothing negative beyond 24 h. */
export function rowForgottenAt({ partners }: DyadState): Instant {
  const since = partners.flatMap(({ unmet = [], waiting }) => [...unmet, ...(waiting ? [waiting.since] : [])]);
  return Math.min(...since.map((at) => at + DAY));
}

/** Forgets what of either's row is a day old, heard as a bid or not. */
export function forgetRows(draft: Draft, due: Instant): void {
  const isFresh = (at: Instant) => at + DAY > due;
  const forgetOld = ({ unmet = [], waiting, ...partner }: PartnerState): PartnerState => {
    const fresh = unmet.filter(isFresh);
    return {
      ...partner,
      ...(fresh.length > 0 ? { unmet: fresh } : {}),
      ...(waiting && isFresh(waiting.since) ? { waiting } : {}),
    };
  };
  for (const { id } of draft.state.partners) changePartner(draft, id, forgetOld);
}
