import type { Act } from '../domain/act.ts';
import type { BidKind } from '../domain/bid.ts';
import type { Reply } from '../domain/bid-response.ts';
import type { OpenBid } from '../domain/dyad.ts';
import type { MessageId } from '../domain/ids.ts';
import { isInDoubt } from '../domain/opinion.ts';
import type { Utterance } from '../domain/utterance.ts';
import { change, changeBid, type Draft } from './draft.ts';

/**
 * A bid as a second opinion has it. Everything that Nod does goes by its own reading; only what is written down goes by
 * this, and it can take a deposit away or put it under another kind, never make one. Source: ADR 23.
 */

/** The reply beside the kind that a judge chose, for an act about to be noted. */
export function judgedReply(bid: OpenBid, replyTo: (kind: BidKind) => Reply): Pick<Act, 'judged'> {
  const { judged } = bid;
  return judged === undefined || judged === 'none' ? {} : { judged: replyTo(judged) };
}

/** What a judge takes a reply for, where it doubts these very words and Nod is still unsure of them. */
export function doubtedReply({ doubt }: OpenBid, said: Utterance, reply: Reply): Pick<Act, 'doubted'> {
  const isOpinionOn = doubt?.judged !== undefined && isSameSaid(doubt, said);
  return isOpinionOn && isInDoubt(reply) ? { doubted: doubt.judged } : {};
}

/** Whether a judge was asked about the utterance while it was being said. */
export function isAskedAbout({ state }: Draft, { by, startedAt }: Pick<Utterance, 'by' | 'startedAt'>): boolean {
  return state.bids.some(({ by: other, doubt }) => other !== by && doubt?.startedAt === startedAt);
}

/** Whether both are the same messages of the same burst. */
export function isSameSaid(one: Pick<Utterance, 'messages'>, other: Pick<Utterance, 'messages'>): boolean {
  return one.messages.length === other.messages.length && one.messages.every((id, at) => id === other.messages[at]);
}

/** The bid to be written down; undefined where a judge heard none in it. */
export function asJudged(bid: OpenBid): OpenBid | undefined {
  const { judged } = bid;
  if (judged === undefined) return { ...bid, acts: bid.acts.map(asDoubted) };
  if (judged === 'none') return undefined;
  return { ...bid, kind: judged, acts: bid.acts.map(asJudgedAct) };
}

const asDoubted = (act: Act): Act => (act.doubted ? { ...act, reply: act.doubted } : act);

/** What was done before the opinion came was read beside another kind, so its style says nothing here. */
function asJudgedAct(act: Act): Act {
  if (act.judged && !act.doubted) return { ...act, reply: act.judged };
  const { style: _, ...reply } = act.doubted ?? act.reply;
  return { ...act, reply };
}

/** Words changed, the bid's or the reply's: what a judge made, or makes, of the reply as it stood says nothing now. */
export function dropDoubts(draft: Draft, changed: readonly MessageId[]): void {
  for (const { seq, messages, doubt } of draft.state.bids) {
    if (!doubt || ![...messages, ...doubt.messages].some((id) => changed.includes(id))) continue;
    changeBid(draft, seq, (open) => ({ ...open, doubt: { startedAt: doubt.startedAt, messages: [] } }));
  }
}

/** What was being said is over, or gone: what a judge made of it is with its act by now, or of no use. */
export function forgetDoubtsOn(draft: Draft, { startedAt }: Pick<Utterance, 'startedAt'>): void {
  change(draft, {
    bids: draft.state.bids.map((bid) => {
      const { doubt, ...rest } = bid;
      return doubt?.startedAt === startedAt ? rest : bid;
    }),
  });
}
