import type { OpenPromise } from '../domain/dyad.ts';
import { isLater, type MessageId, type PartnerId } from '../domain/ids.ts';
import { LONGEST_OPEN, REACTION_SETTLES } from '../domain/settings.ts';
import type { Instant } from '../domain/time.ts';
import type { Utterance } from '../domain/utterance.ts';
import { gather, joins, without } from '../gather/gather.ts';
import { dropAnswered, makesMoot } from './answered.ts';
import { dropBid, isDecided, retimeBids, retractAllNudges, retractNudgesAbout } from './bids.ts';
import type { ConsentedEvent } from './door.ts';
import { askIfInDoubt } from './doubts.ts';
import { change, changeBid, changePartner, type Draft, forget, partnerOf } from './draft.ts';
import { takeEdit } from './edited.ts';
import { forgetDoubtsOn } from './judged.ts';
import { endBurst, isSign, joinCall, react, readAgain } from './listen.ts';
import { comesBackTo, dropPromisesAbout } from './promises.ts';
import { afterMessage, NO_TYPING, withoutSaid, withSign } from './typing.ts';
import { meetOther } from './unmet.ts';
import { isUnread } from './unread.ts';

type Taken<T extends ConsentedEvent['type']> = Extract<ConsentedEvent, { type: T }>;

/** What one event does to the state; `event.at` is the state's time. */
export function take(draft: Draft, event: ConsentedEvent): void {
  switch (event.type) {
    case 'message':
      takeMessage(draft, event);
      return;
    case 'edit':
      takeEdit(draft, event);
      return;
    case 'delete':
      takeDelete(draft, event);
      return;
    case 'reaction':
      takeReaction(draft, event);
      return;
    case 'unreaction':
      takeUnreaction(draft, event);
      return;
    case 'typing':
      takeTyping(draft, event);
      return;
    case 'voice-join':
      see(draft, event.by, event.at);
      meetOther(draft, event.by);
      takeCall(draft, event);
      return;
    case 'interaction':
      see(draft, event.by, event.at);
      return;
    case 'busy':
      takeBusy(draft, event);
      return;
    case 'gap':
      takeGap(draft, event);
      return;
  }
}

function see(draft: Draft, by: PartnerId, at: Instant): void {
  changePartner(draft, by, (partner) => ({ ...partner, seenAt: at }));
}

function takeTyping(draft: Draft, { by, at }: Taken<'typing'>): void {
  const partner = partnerOf(draft.state, by);
  if (partner.settings.typing) see(draft, by, at);
  draft.typing = withSign(draft.typing, partner, at);
}

function takeMessage(draft: Draft, event: Taken<'message'>): void {
  see(draft, event.by, event.at);
  changePartner(draft, event.by, (partner) => ({ ...partner, wroteAt: event.at }));
  const { burst } = draft.state;
  if (burst && !joins(burst, event)) endBurst(draft);
  draft.typing = afterMessage(draft.typing, event.by, event.at);
  const { cursor = event.id } = draft.state;
  change(draft, { burst: gather(draft.state.burst, event), cursor: isLater(event.id, cursor) ? event.id : cursor });
  meetOther(draft, event.by);
  retractIfMoot(draft);
  askIfInDoubt(draft);
}

/** A reply still being typed may already answer: the nudge goes at once, the record waits for the burst's end. */
function retractIfMoot(draft: Draft): void {
  const { burst, nudges } = draft.state;
  if (!burst) return;
  for (const { to, bidSeq } of nudges)
    if (to === burst.by && isMoot(draft, bidSeq, burst)) retractNudgesAbout(draft, bidSeq);
}

/** Whether what has been said so far answers the bid, keeps the promise, or comes back to what was answered. */
function isMoot(draft: Draft, bidSeq: number, burst: Utterance): boolean {
  const { bids, promises, answered } = draft.state;
  const { pairer, words } = draft.env;
  const reply = words.said(burst.messages);
  const beside = ({ kind, messages }: Pick<OpenPromise, 'kind' | 'messages'>) =>
    pairer.text({ kind, said: words.said(messages) }, reply);
  const bid = bids.find((open) => open.seq === bidSeq);
  if (bid && (isUnread(draft, burst) || beside(bid).reply.turn !== 'away')) return true;
  const promise = promises.find((open) => open.bidSeq === bidSeq);
  if (promise && comesBackTo(beside(promise))) return true;
  const before = answered.find((one) => one.bidSeq === bidSeq);
  return before !== undefined && makesMoot(beside(before), before, burst.startedAt);
}

function takeDelete(draft: Draft, event: Taken<'delete'>): void {
  const { burst, bids, recent } = draft.state;
  dropPromisesAbout(draft, event.target);
  dropAnswered(draft, ({ messages }) => messages.includes(event.target));
  change(draft, { recent: recent.map((one) => without(one, event.target)).filter((one) => one !== undefined) });
  if (burst?.messages.includes(event.target)) {
    const left = without(burst, event.target);
    draft.typing = withoutSaid(draft.typing); // which of them took long is not known
    if (left) change(draft, { burst: left });
    else forgetBurst(draft, burst);
  }
  const bid = bids.find((open) => open.messages.includes(event.target));
  if (!bid || isDecided(bid)) return;
  const left = without(bid, event.target);
  if (!left) {
    dropBid(draft, bid);
    return;
  }
  changeBid(draft, bid.seq, () => left);
  readAgain(draft, left);
}

function forgetBurst(draft: Draft, burst: Utterance): void {
  forget(draft, 'burst');
  forgetDoubtsOn(draft, burst);
  change(draft, { early: [] });
}

/** While the other is still saying something, it may turn out to be the bid that this answers. */
function takeCall(draft: Draft, { by, at }: Taken<'voice-join'>): void {
  const { burst, early } = draft.state;
  const target = burst?.messages.at(-1);
  if (burst && target !== undefined && burst.by !== by) change(draft, { early: [...early, { by, target, at }] });
  else joinCall(draft, by, at);
}

function takeReaction(draft: Draft, event: Taken<'reaction'>): void {
  const { by, target, emoji, foundAt } = event;
  if (foundAt === undefined) {
    see(draft, by, event.at);
    meetOther(draft, by); // when one that was found was given, and so whether it ended a row, nobody knows
  }
  const reaction = { by, target, emoji, ...(foundAt === undefined ? { at: event.at } : { foundAt }) };
  const { burst, early } = draft.state;
  if (burst?.messages.includes(target) && burst.by !== by) change(draft, { early: [...early, reaction] });
  else react(draft, reaction);
}

/** Taken back within a minute, or who knows when, it never was; later it stays what it was. */
function takeUnreaction(draft: Draft, event: Taken<'unreaction'>): void {
  const isIt = ({ emoji, at }: { emoji?: string; at?: Instant }) =>
    emoji === event.emoji && (at === undefined || event.at - at < REACTION_SETTLES);
  change(draft, {
    early: draft.state.early.filter((one) => !(one.by === event.by && one.target === event.target && isIt(one))),
  });
  const bid = draft.state.bids.find((open) => open.messages.includes(event.target) && open.by !== event.by);
  if (!bid) return;
  // One without a time promised nothing.
  const promised = bid.acts.some((act) => act.event === event.target && act.at !== undefined && isIt(act));
  if (promised && isSign(draft.state, event.emoji)) dropPromisesAbout(draft, bid.messages[0] as MessageId);
  changeBid(draft, bid.seq, (open) => ({
    ...open,
    acts: open.acts.filter((act) => !(act.event === event.target && isIt(act))),
  }));
}

function takeBusy(draft: Draft, { by, at, until }: Taken<'busy'>): void {
  see(draft, by, at);
  markBusy(draft, by, { from: at, until });
}

/** Busy until then; a later word replaces what is still running. */
export function markBusy(draft: Draft, by: PartnerId, span: { readonly from: Instant; readonly until: Instant }): void {
  changePartner(draft, by, (partner) => {
    const past = partner.busy
      .filter((one) => one.until > span.from - LONGEST_OPEN)
      .map((one) => (one.until > span.from ? { ...one, until: span.from } : one));
    return { ...partner, busy: span.until > span.from ? [...past, span] : past };
  });
  retimeBids(draft);
}

/**
 * Nothing could be read for a while: what was being said is over, and that time counts nowhere. An answer may lie in
 * it, so what is out goes, as it does when a switch goes off: a channel that is closed must not look otherwise.
 */
function takeGap(draft: Draft, { at, until }: Taken<'gap'>): void {
  endBurst(draft);
  draft.typing = NO_TYPING;
  retractAllNudges(draft);
  change(draft, { unobserved: [...draft.state.unobserved, { from: at, until }] });
  retimeBids(draft);
}
