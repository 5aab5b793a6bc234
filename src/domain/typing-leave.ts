import { type OwnConsent, PAUSES_ASKED_SINCE } from './consent.ts';
import type { PartnerSettings } from './dyad.ts';

/** What somebody's typing counts for: nothing, all that the card names, or, by a yes to an older card, presence alone. ADR 30. */
export type TypingLeave = boolean | 'presence';

/** Whether the card that they said yes to asked about pauses; always where nobody is asked, in replay and the demonstration. */
export function wereAskedAboutPauses({ terms }: OwnConsent): boolean {
  return terms === undefined || terms.scope >= PAUSES_ASKED_SINCE;
}

export function typingLeave({ typing }: Pick<PartnerSettings, 'typing'>, wereAsked: boolean): TypingLeave {
  return typing && !wereAsked ? 'presence' : typing;
}
