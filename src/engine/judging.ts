import type { Considered } from '../coach/consider.ts';
import type { DyadState, OpenBid } from '../domain/dyad.ts';
import type { MessageId } from '../domain/ids.ts';
import { isUncertain, refine, refineReply } from '../domain/opinion.ts';
import { JUDGE_PATIENCE } from '../domain/settings.ts';
import type { Instant } from '../domain/time.ts';
import type { Asking, Opinion } from './asking.ts';
import { dropBid, isDecided } from './bids.ts';
import { change, changeBid, type Draft } from './draft.ts';

/**
 * A second opinion, where both want one: asked about a reading that is left open, and before a nudge; once about
 * each bid. It is asked for as an effect that carries ids and comes back as an event, so that steps stay pure. It
 * may choose, lower and veto, and lifts no gate. Source: ADR 5, ADR 23.
 */

/** Asks about a bid that was just opened, where its reading is left open. */
export function askIfUncertain(draft: Draft, bidSeq: number): void {
  const bid = draft.state.bids.find(({ seq }) => seq === bidSeq);
  if (bid && isUncertain(bid)) ask(draft, bid);
}

/** Asks before a nudge that would go now; true when it has to wait for the opinion. */
export function askBeforeNudge(draft: Draft, { bidSeq }: Considered['moment']): boolean {
  const bid = draft.state.bids.find(({ seq }) => seq === bidSeq);
  return bid !== undefined && ask(draft, bid);
}

/** Whether an opinion is being waited for: 20 seconds, then the rules stand. */
export function isWaitedFor({ asked }: OpenBid, at: Instant): boolean {
  return asked !== undefined && !asked.answered && at < asked.at + JUDGE_PATIENCE;
}

/** When the next wait for an opinion is over. */
export function nextPatience({ bids, time }: DyadState): Instant {
  const ends = bids.map(({ asked }) => (asked && !asked.answered ? asked.at + JUDGE_PATIENCE : 0));
  return Math.min(...ends.map((at) => (at > time ? at : Number.POSITIVE_INFINITY)));
}

/** What the opinion makes of the bid, while that is still open and both still want opinions. */
export function takeOpinion(draft: Draft, { bidSeq, read, pair }: Opinion): void {
  const bid = draft.state.bids.find(({ seq }) => seq === bidSeq);
  if (!bid?.asked || !isOpenTo(draft, bid)) return;
  const refined = read ? refine(bid, read) : bid;
  if (!refined) {
    dropBid(draft, bid);
    return;
  }
  const { kind, intensity, confidence } = refined;
  const acts = pair ? bid.acts.map((act) => ({ ...act, reply: refineReply(act.reply, pair) })) : bid.acts;
  const asked = { ...bid.asked, answered: true as const };
  changeBid(draft, bidSeq, (open) => ({ ...open, kind, intensity, confidence, acts, asked }));
}

/** Whether an opinion about the bid may still change something, and both still want one. */
export function isOpenTo(draft: Draft, bid: OpenBid): boolean {
  return bid.asked !== undefined && !bid.asked.answered && !bid.lapsed && !isDecided(bid) && isWanted(draft, bid);
}

/** Both agreed to such a judge, and to one that looks at vulnerable lines where this is one. */
function isWanted({ state, env }: Draft, { kind, tender }: OpenBid): boolean {
  const { judge: where } = env.options;
  if (where === undefined || tender) return false;
  return state.partners.every(({ settings }) => {
    const { judge, judgeVulnerable } = settings;
    return (judge === where || judge === 'cloud') && (kind !== 'vulnerability' || judgeVulnerable);
  });
}

function ask(draft: Draft, bid: OpenBid): boolean {
  const { time: at } = draft.state;
  if (bid.asked || !isWanted(draft, bid) || draft.env.now - at > JUDGE_PATIENCE) return false;
  const past = bid.acts.findLast(({ reply, emoji }) => reply.turn === 'away' && emoji === undefined)?.event;
  const asking: Asking = {
    bidSeq: bid.seq,
    by: bid.by,
    messages: bid.messages,
    ...(past === undefined ? {} : { past: past as MessageId }),
  };
  draft.effects.push({ do: 'ask-judge', asking });
  change(draft, { bids: draft.state.bids.map((open) => (open.seq === bid.seq ? { ...open, asked: { at } } : open)) });
  return true;
}
