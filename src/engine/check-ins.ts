import type { Agreed } from '../domain/check-in.ts';
import type { PartnerId } from '../domain/ids.ts';
import { KEPT_CHECK_INS } from '../domain/settings.ts';
import type { Instant } from '../domain/time.ts';
import { weekOf } from '../domain/week.ts';
import { changePartner, type Draft, partnerOf } from './draft.ts';

/** Keeps the numbers of a check-in, one a week, if their owner ticked that; otherwise nothing of it is kept. */
export function keepCheckIn(draft: Draft, by: PartnerId, { agreed, at }: { agreed: Agreed; at: Instant }): void {
  if (!partnerOf(draft.state, by).settings.checkInNumbers) return;
  const week = weekOf(at);
  changePartner(draft, by, ({ checkIns = [], ...partner }) => ({
    ...partner,
    checkIns: [...checkIns.filter((one) => one.week !== week), { week, agreed }].slice(-KEPT_CHECK_INS),
  }));
}

/** Once they no longer want their numbers kept, those there are go as well. */
export function forgetUnwantedCheckIns(draft: Draft, by: PartnerId): void {
  changePartner(draft, by, ({ checkIns, ...partner }) =>
    checkIns && partner.settings.checkInNumbers ? { ...partner, checkIns } : partner,
  );
}
