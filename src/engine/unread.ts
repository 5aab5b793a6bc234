import { tellLanguage } from '../detect/language.ts';
import type { OpenBid } from '../domain/dyad.ts';
import { isLeftAlone, type ToldLanguage, withLanguage } from '../domain/language.ts';
import type { Said } from '../domain/reading.ts';
import type { Instant } from '../domain/time.ts';
import type { Utterance } from '../domain/utterance.ts';
import { dropAnswered } from './answered.ts';
import { retractNudgesAbout } from './bids.ts';
import { change, changeBid, changePartner, type Draft, partnerOf } from './draft.ts';

/** What is said in a language that Nod cannot read is left alone, and nothing is guessed from it. ADR 16. */

/** Several parts of a step ask about the same words, and telling costs as much as reading. */
const TOLD = new WeakMap<Said, ToldLanguage>();

export function tell({ env }: Draft, { messages }: Utterance): ToldLanguage {
  const said = env.words.said(messages);
  const told = TOLD.get(said) ?? tellLanguage(said.text);
  TOLD.set(said, told);
  return told;
}

/** Whether the utterance is left alone, as the speaker's last ones stand. */
export function isUnread(draft: Draft, said: Utterance): boolean {
  return isLeftAlone(partnerOf(draft.state, said.by).languages, tell(draft, said));
}

/** Counts the utterance among those the speaker's language is decided by. */
export function noteLanguage(draft: Draft, said: Utterance): void {
  const told = tell(draft, said);
  if (told.language === 'unsure') return;
  changePartner(draft, said.by, (partner) => ({ ...partner, languages: withLanguage(partner.languages ?? '', told) }));
}

/** It may or may not have answered the bid: nobody is nudged about it from now on. */
export function leaveUndecided(draft: Draft, { seq }: OpenBid, { startedAt }: Utterance): void {
  changeBid(draft, seq, (open) => ({ ...open, unreadAt: open.unreadAt ?? startedAt }));
  retractNudgesAbout(draft, seq);
}

/**
 * It may have answered what the other reached for, or passed it by, or come back to what was put off or answered:
 * only what Nod can read still decides.
 */
export function passUnread(draft: Draft, said: Utterance, firstSaidAt: Instant): void {
  for (const bid of draft.state.bids) {
    const reaches = bid.by !== said.by && bid.endedAt <= firstSaidAt && !bid.lapsed && said.startedAt < bid.closesAt;
    if (reaches) leaveUndecided(draft, bid, said);
  }
  const moot = draft.state.promises.filter((promise) => promise.by === said.by && promise.madeAt < said.startedAt);
  change(draft, { promises: draft.state.promises.filter((promise) => !moot.includes(promise)) });
  for (const promise of moot) retractNudgesAbout(draft, promise.bidSeq);
  dropAnswered(draft, ({ answeredAt }) => answeredAt < said.startedAt);
}
