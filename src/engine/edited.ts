import type { AnsweredBid } from '../domain/dyad.ts';
import type { MessageId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import type { Utterance } from '../domain/utterance.ts';
import { dropAnswered } from './answered.ts';
import { endBid, isDecided } from './bids.ts';
import { isHeldByPause } from './by-pause.ts';
import { changeBid, type Draft, otherOf } from './draft.ts';
import { dropDoubts } from './judged.ts';
import { answer, becameRisk, readAgain } from './listen.ts';
import { dropPromisesAbout } from './promises.ts';
import { read } from './reading.ts';
import { withoutSaid } from './typing.ts';

/** What an edit does: the words are read as they are now, and what was to be said about other words is said no more. */
export function takeEdit(draft: Draft, { target, at }: { readonly target: MessageId; readonly at: Instant }): void {
  dropDoubts(draft, [target]);
  const { burst, bids, recent } = draft.state;
  if (burst?.messages.includes(target)) draft.typing = withoutSaid(draft.typing); // these words were typed anew
  const bid = bids.find((open) => open.messages.includes(target));
  const said = recent.find((one) => one.messages.includes(target));
  if (isHeldByPause(draft.state, target)) {
    if (bid) endBid(draft, bid); // without the pause its words were gone: what they say now moves nothing
    letGo(draft, ({ messages }) => messages.includes(target));
    return;
  }
  const edited = said ?? bid ?? stillHeld(draft, target, at);
  if (!edited || becameRisk(draft, edited, at)) return;
  letGoOfOthers(draft, target, edited);
  if (bid) readAgain(draft, bid);
  // What was said past a bid may have become its answer; it counts from the edit on.
  if (said) answer(draft, { ...said, startedAt: at, endedAt: at }, said.startedAt);
}

/** What only a promise or an answer holds any more, as if it was said now: when it was said is not known. */
function stillHeld({ state }: Draft, target: MessageId, at: Instant): Utterance | undefined {
  const held = [...state.promises, ...state.answered].find(({ messages }) => messages.includes(target));
  return held && { by: otherOf(state, held.by).id, messages: held.messages, startedAt: at, endedAt: at };
}

/** A promise or an answer stays with words of its kind, neither harsh nor tender; about others nobody is prompted. */
function letGoOfOthers(draft: Draft, target: MessageId, edited: Utterance): void {
  const { bid, harshness, tender } = read(draft, edited);
  const isWhatItWas = bid !== undefined && !tender && harshness === undefined;
  letGo(draft, ({ kind, messages }) => messages.includes(target) && !(isWhatItWas && bid.kind === kind));
  // Answered by a heart that has not settled yet: of harsh or tender words nothing is kept.
  const answered = draft.state.bids.find((open) => open.messages.includes(target) && isDecided(open));
  if (answered && (tender || harshness)) changeBid(draft, answered.seq, (open) => ({ ...open, tender: true }));
}

function letGo(draft: Draft, isMoot: (held: Pick<AnsweredBid, 'kind' | 'messages'>) => boolean): void {
  for (const promise of draft.state.promises.filter(isMoot)) dropPromisesAbout(draft, promise.about);
  dropAnswered(draft, isMoot);
}
