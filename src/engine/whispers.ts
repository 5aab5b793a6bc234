import type { PartnerId } from '../domain/ids.ts';
import { DAY, type Instant } from '../domain/time.ts';
import { changePartner, type Draft, partnerOf } from './draft.ts';

/**
 * Notes that an unasked message goes to the partner now, and gives its number: even ones are the first's, odd
 * ones the second's, so that no number tells how many the other got.
 */
export function nextWhisper(draft: Draft, to: PartnerId, at: Instant): number {
  const { whispers } = partnerOf(draft.state, to);
  changePartner(draft, to, (partner) => ({
    ...partner,
    whispers: whispers + 1,
    nudgedAt: [...partner.nudgedAt.filter((one) => one > at - 7 * DAY), at],
  }));
  return 2 * whispers + draft.state.partners.findIndex((partner) => partner.id === to);
}
