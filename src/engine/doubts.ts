import { stylesFor } from '../domain/bid-response.ts';
import type { MessageId } from '../domain/ids.ts';
import { choiceOf, isInDoubt, refineReply } from '../domain/opinion.ts';
import type { Asking, Opinion } from './asking.ts';
import { changeBid, type Draft } from './draft.ts';
import { isAskedAbout, isSameSaid } from './judged.ts';
import { askAboutReply, isWanted } from './judging.ts';
import { saidTo } from './listen.ts';
import { isOwnMatter, pairingOf } from './reading.ts';
import { isUnobserved } from './spans.ts';
import { isUnread } from './unread.ts';

/**
 * "Good for you", to good news, to something hard or to an apology: it may answer, and it may be sarcasm. A judge is
 * asked as soon as it is said, since it is over only after a while of silence or when the other speaks. What comes by
 * then, and is about just these words, can take the deposit away when that is written down; nothing waits for it.
 * Source: ADR 11, ADR 23.
 */

/** Asks about what is being said, where it may only look like an answer; once, whatever is added to it. */
export function askIfInDoubt(draft: Draft): void {
  const { burst } = draft.state;
  if (!burst || !isWanted(draft, { kinds: [], tender: false })) return;
  if (isUnread(draft, burst) || isUnobserved(draft.state, burst.startedAt) || isAskedAbout(draft, burst)) return;
  const bid = saidTo(draft, burst);
  if (!bid || stylesFor(bid.kind).length === 0) return;
  const pairing = pairingOf(draft, bid, burst);
  const { reply: read, second } = pairing;
  if (!isInDoubt(read) || !second || second.turn === 'toward') return;
  if (isOwnMatter(draft, burst, { kind: bid.kind, pairing })) return; // it is taken for no answer anyway
  const { startedAt, messages } = burst;
  if (!askAboutReply(draft, bid, { messages, read, second: choiceOf(second) })) return;
  changeBid(draft, bid.seq, (open) => ({ ...open, doubt: { startedAt, messages } }));
}

/** Keeps what the judge takes the reply for, where that is no answer; agreeing changes nothing. */
export function takeDoubt(draft: Draft, opinion: Opinion): void {
  const { bidSeq, answer, pair } = opinion;
  const bid = draft.state.bids.find(({ seq }) => seq === bidSeq);
  if (!bid?.doubt || !answer || !pair || !isDoubtOpen(draft, opinion)) return;
  const judged = refineReply(answer.read, pair, answer.second);
  const { doubt, kind, intensity, confidence } = bid;
  if (judged.turn !== 'toward') changeBid(draft, bidSeq, (open) => ({ ...open, doubt: { ...doubt, judged } }));
  const [message] = answer.messages as [MessageId];
  const seen = { bid: { kind, intensity, confidence }, reply: judged };
  draft.trace.push({ saw: 'opinion', message, bidSeq, at: draft.state.time, ...seen });
}

/** Whether the reply is still being said, in just these words, and both still want an opinion on it. */
export function isDoubtOpen(draft: Draft, { bidSeq, answer }: Pick<Asking, 'bidSeq' | 'answer'>): boolean {
  const { bids, burst } = draft.state;
  const bid = bids.find(({ seq }) => seq === bidSeq);
  if (!bid?.doubt || bid.doubt.judged || !burst || !answer) return false;
  const isAsItStood = isSameSaid(burst, answer) && isSameSaid(bid.doubt, answer);
  return isAsItStood && isWanted(draft, { kinds: [bid.kind], tender: bid.tender });
}
