import type { EarlyAct } from '../domain/act.ts';
import { type BidKind, type HeardBid, isOpenedByWords } from '../domain/bid.ts';
import { type PairReading, passedBy, type Reply } from '../domain/bid-response.ts';
import type { DyadState, OpenBid, RecentUtterance } from '../domain/dyad.ts';
import { isSameEmoji } from '../domain/emoji.ts';
import type { MessageId } from '../domain/ids.ts';
import type { HeardReading, Reading } from '../domain/reading.ts';
import { CONFLICT_REST, RECENT_UTTERANCES, TENDER_REST, TENSE_FOR } from '../domain/settings.ts';
import type { Instant } from '../domain/time.ts';
import type { Utterance } from '../domain/utterance.ts';
import { addEmoji, comeBack } from './answered.ts';
import { addAct, dropBid, isDecided, openBid, retractAllNudges, retractNudgesAbout } from './bids.ts';
import { change, changeBid, changePartner, type Draft, forget, otherOf } from './draft.ts';
import { doubtedReply, dropDoubts, forgetDoubtsOn, judgedReply } from './judged.ts';
import { askIfUncertain } from './judging.ts';
import { keepInCall, keepPromises, notePromise } from './promises.ts';
import { type Reach, reachOf } from './reach.ts';
import { isOwnMatter, isSaidToNewer, pairingOf, read } from './reading.ts';
import { drawDayOff, rest } from './resting.ts';
import { isUnobserved, later } from './spans.ts';
import { withoutSaid } from './typing.ts';
import { noteSaid } from './unmet.ts';
import { isUnread, leaveUndecided, noteLanguage, passUnread, tell } from './unread.ts';

/** Reads an utterance once it is over: what it answers, what it reaches for, what makes Nod rest. */

/** Less sure harsh words let coaching rest, and that is all; from here on the exchange is tense. Our choice. */
const HARSH_ENOUGH = 0.6;
/** Below this a line is not taken for a risk: low, since resting harms nobody. What the reader names is enough. */
const RISK_ENOUGH = 0.25;

/** Ends the burst, if one is being said, and reads it. */
export function endBurst(draft: Draft): void {
  const { burst, early } = draft.state;
  if (!burst) return;
  forget(draft, 'burst');
  change(draft, { early: [] });
  noteLanguage(draft, burst);
  drawDayOff(draft, burst.startedAt);
  const { said: typed } = draft.typing;
  draft.typing = withoutSaid(draft.typing);
  const byWords = read(draft, burst);
  hear(draft, burst, { reading: typed ? withPause(byWords, read(draft, burst, { typed })) : byWords, early });
  forgetDoubtsOn(draft, burst);
  noteSaid(draft, burst);
  // What the other says next is read by what both can see: a pause is heard only by leave of the one who made it (law 6).
  if (!isUnread(draft, burst)) remember(draft, byWords.bid ? { ...burst, kind: byWords.bid.kind } : burst);
}

/** Notes beside a bid that a pause opened, or made surer, how sure the words alone are of it. */
function withPause(byWords: Reading, paused: Reading): HeardReading {
  const sure = byWords.bid?.confidence ?? 0;
  const isMoved = paused.bid && paused.bid.confidence !== sure;
  return isMoved ? { ...paused, bid: { ...paused.bid, byWords: sure } } : paused;
}

function hear(
  draft: Draft,
  burst: Utterance,
  { reading, early }: { reading: HeardReading; early: readonly EarlyAct[] },
): void {
  const message = burst.messages[0] as MessageId;
  const unread = isUnread(draft, burst) ? ({ unread: true } as const) : {};
  const heard = { saw: 'reading', message, by: burst.by, at: burst.startedAt, reading, ...unread } as const;
  if (isRisk(reading)) {
    draft.trace.push(heard);
    rest(draft, burst, reading.risk);
    return;
  }
  if (isUnobserved(draft.state, burst.startedAt)) {
    draft.trace.push(heard);
    quieten(draft, burst, reading); // a rest may end while a quarrel or a loss is not an hour old
    return;
  }
  answer(draft, burst);
  const bidSeq = reading.bid ? openBid(draft, burst, { ...reading.bid, tender: reading.tender }) : undefined;
  draft.trace.push({ ...heard, ...(bidSeq === undefined ? {} : { bidSeq }) });
  if (reading.bid && bidSeq !== undefined) for (const act of early) takeEarly(draft, reading.bid, { act, bidSeq });
  quieten(draft, burst, reading);
  if (bidSeq !== undefined) askIfUncertain(draft, bidSeq, reading.second); // once a rest that it brings has begun
}

/** Whether it is taken for a risk. */
export function isRisk<R extends Reading>(reading: R): reading is R & { readonly risk: NonNullable<Reading['risk']> } {
  return reading.risk !== undefined && reading.risk.confidence >= RISK_ENOUGH;
}

function takeEarly(
  draft: Draft,
  heard: HeardBid,
  { act: { emoji, ...act }, bidSeq }: { readonly act: EarlyAct; readonly bidSeq: number },
): void {
  const { time, bids } = draft.state;
  const { by, at = time } = act;
  if (emoji !== undefined) react(draft, { ...act, emoji });
  else if (isOpenedByWords(heard)) joinCall(draft, by, at);
  else {
    // It answers this one, if there was room for it, and nothing else: without the pause it answers none.
    const opened = bids.find(({ seq }) => seq === bidSeq);
    if (opened) answerByCall(draft, opened, at);
  }
}

/** Harsh words and tender moments let coaching rest for a while; what is out goes, unless the words are hardly harsh. */
function quieten(draft: Draft, burst: Utterance, { harshness, tender }: Reading): void {
  if (tender) change(draft, { restUntil: later(draft.state.restUntil, burst.endedAt + TENDER_REST) });
  if (harshness) change(draft, { restUntil: later(draft.state.restUntil, burst.endedAt + CONFLICT_REST) });
  const isTense = harshness !== undefined && harshness.confidence >= HARSH_ENOUGH;
  if (isTense) change(draft, { tenseUntil: burst.endedAt + TENSE_FOR });
  if (isTense || tender) retractAllNudges(draft);
}

/** What the utterance does with the other's bids that were made before it was first said. */
export function answer(draft: Draft, said: Utterance, firstSaidAt: Instant = said.startedAt): void {
  if (isUnread(draft, said)) {
    passUnread(draft, said, firstSaidAt);
    return;
  }
  const { references, byWords, byPause } = reachOf(draft, said, firstSaidAt);
  keepPromises(draft, said, references);
  comeBack(draft, said, references);
  const isClear = answerAmong(draft, byWords, { said });
  answerAmong(draft, byPause, { said, isClear });
}

/** Returns whether it is plain which bid it was said to. */
function answerAmong(
  draft: Draft,
  { named, open, newest }: Reach,
  { said, isClear: isClearAlready = false }: { readonly said: Utterance; readonly isClear?: boolean },
): boolean {
  const isAboutNewest = newest !== undefined && pairingOf(draft, newest, said).about;
  const isClear = isClearAlready || named.length > 0 || isAboutNewest;
  for (const bid of new Set([...named, ...open])) {
    answerOne(draft, bid, { said, fits: named.length > 0 ? named.includes(bid) : bid === newest, isClear });
  }
  return isClear;
}

/** The bid that the utterance, while it is being said, is plainly said to, if that has no answer yet. */
export function saidTo(draft: Draft, said: Utterance): OpenBid | undefined {
  const { byWords, byPause } = reachOf(draft, said, said.startedAt);
  const bid = byWords.named.at(-1) ?? byWords.newest ?? byPause.named.at(-1) ?? byPause.newest;
  return bid && !isDecided(bid) ? bid : undefined;
}

/** Plain text answers the newest bid; an older one only when it is about it. */
function answerOne(draft: Draft, bid: OpenBid, { said, fits, isClear }: Answering): void {
  if (isDecided(bid) && !bid.acts.every((act) => act.at === undefined || act.at >= said.startedAt)) return;
  const pairing = pairingOf(draft, bid, said);
  if (tell(draft, said).language === 'other') {
    leaveUndecided(draft, bid, said); // "te quiero mucho" is too short to be left alone, yet nothing is guessed of it
    return;
  }
  const isElsewhere = !fits || isSaidToNewer(draft, bid, { said, pairing });
  const isOwn = !isElsewhere && isOwnMatter(draft, said, { kind: bid.kind, pairing });
  const replyTo = (kind: BidKind, { reply, about }: PairReading) => {
    if (isOwn) return saidElsewhere(kind, reply, false);
    return !isElsewhere || about ? reply : saidElsewhere(kind, reply, isClear);
  };
  const reply = replyTo(bid.kind, pairing);
  const passesBy = reply.turn === 'away';
  const judged = judgedReply(bid, (kind) => replyTo(kind, pairingOf(draft, { ...bid, kind }, said)));
  const doubted = doubtedReply(bid, said, reply);
  addAct(draft, bid, { at: said.startedAt, event: said.messages[0] as string, reply, ...judged, ...doubted });
  if (!passesBy) notePromise(draft, bid, { pairing, saidAt: said.endedAt });
}

interface Answering {
  readonly said: Utterance;
  /** It is said to that bid: replies to that very message, or is the plain next thing said. */
  readonly fits: boolean;
  /** It is plain which bid it was said to. */
  readonly isClear: boolean;
}

/** General warm words that would have answered it as well may have been meant for it: nobody is sure that it was passed. */
function saidElsewhere(kind: BidKind, { turn, confidence }: Reply, isClear: boolean): Reply {
  const passed = passedBy(kind);
  return turn === 'toward' && !isClear ? { ...passed, confidence: 1 - confidence } : passed;
}

/** "Seen, I want to hear this, not now": whoever set the sign knows what it means, so nothing is left to read. */
const SIGN_REPLY: Reply = { turn: 'toward', energy: 'attentive', confidence: 1 };
const SIGN: PairReading = { reply: SIGN_REPLY, about: true, takesUp: true, promise: { in: 'unnamed' } };

/** Whether the emoji is the couple's own sign. */
export function isSign({ sign }: DyadState, emoji: string): boolean {
  return sign !== undefined && isSameEmoji(emoji, sign);
}

/** A reaction answers the bid whose message it is on. */
export function react(draft: Draft, reaction: EarlyAct & { readonly emoji: string }): void {
  addEmoji(draft, reaction);
  const bid = draft.state.bids.find((one) => one.messages.includes(reaction.target));
  if (!bid || bid.by === reaction.by || bid.lapsed) return;
  const signed = isSign(draft.state, reaction.emoji);
  const replyTo = (kind: BidKind) => (signed ? SIGN_REPLY : draft.env.pairer.reaction(kind, reaction.emoji));
  const reply = replyTo(bid.kind);
  const { at, foundAt } = reaction;
  const timed = at === undefined ? { foundAt: foundAt ?? draft.state.time } : { at: Math.max(at, bid.endedAt) };
  addAct(draft, bid, { ...timed, event: reaction.target, emoji: reaction.emoji, reply, ...judgedReply(bid, replyTo) });
  if (signed && at !== undefined) notePromise(draft, bid, { pairing: SIGN, saidAt: Math.max(at, bid.endedAt) });
}

/** The words of an open bid changed, or some of its messages went: read it again. */
export function readAgain(draft: Draft, bid: OpenBid): void {
  if (isDecided(bid)) return;
  // Whether it was tense may be forgotten; read as if it was, an apology never turns into something to whisper about.
  const reading = read(draft, bid, bid.kind === 'repair' ? { tense: true } : {});
  if (!reading.bid) {
    dropBid(draft, bid);
    return;
  }
  const { kind, intensity, confidence, because } = reading.bid;
  const { tender } = reading;
  if (tender || kind !== bid.kind) retractNudgesAbout(draft, bid.seq); // it was about other words
  // What a judge made of the words before says nothing of these. What only a pause opened stays apart: words opened none.
  changeBid(draft, bid.seq, ({ judged: _, byWords, ...open }) => ({
    ...{ ...open, kind, intensity, confidence, because, tender },
    ...(byWords === 0 ? { byWords } : {}),
  }));
  dropDoubts(draft, bid.messages);
}

/**
 * Whether an edit made the words a risk: then Nod rests from the edit on, as it does for a while where they are harsh or
 * tender now: what they were before nobody remembers. What rests already is not read again.
 */
export function becameRisk(draft: Draft, said: Utterance, at: Instant): boolean {
  if (isUnobserved(draft.state, said.startedAt)) return false;
  const now = read(draft, said);
  if (!isRisk(now)) {
    quieten(draft, { ...said, endedAt: at }, now);
    return false;
  }
  const { risk } = now;
  const reading = { risk, tender: false };
  draft.trace.push({ saw: 'reading', message: said.messages[0] as MessageId, by: said.by, at, reading });
  rest(draft, { ...said, startedAt: at }, risk);
  return true;
}

/** Keeps the utterance as context, and the speaker's usual length. */
function remember(draft: Draft, burst: RecentUtterance): void {
  change(draft, { recent: [...draft.state.recent, burst].slice(-RECENT_UTTERANCES) });
  const { text } = draft.env.words.said(burst.messages);
  const words = text.split(/\s+/u).filter((word) => word !== '').length;
  if (words === 0) return;
  changePartner(draft, burst.by, (partner) => {
    const { mean, count } = partner.usualWords ?? { mean: 0, count: 0 };
    const weight = 1 / Math.min(count + 1, 200); // a running mean over about the last 200 utterances
    return { ...partner, usualWords: { mean: mean + (words - mean) * weight, count: count + 1 } };
  });
}

/** Somebody joined the other in a call: that answers the newest bid, and keeps every promise. */
export function joinCall(draft: Draft, by: OpenBid['by'], at: number): void {
  keepInCall(draft);
  const open = draft.state.bids.filter(
    (one) => one.by === otherOf(draft.state, by).id && !one.lapsed && at < one.closesAt,
  );
  const bid = open.findLast(isOpenedByWords) ?? open.at(-1);
  if (bid) answerByCall(draft, bid, at);
}

function answerByCall(draft: Draft, bid: OpenBid, at: number): void {
  const replyTo = (kind: BidKind) => draft.env.pairer.voice(kind);
  addAct(draft, bid, { at, event: 'voice-join', reply: replyTo(bid.kind), ...judgedReply(bid, replyTo) });
}
