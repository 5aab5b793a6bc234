import type { Act } from '../domain/act.ts';
import type { BidResponse, Energy, PairReading, Reply } from '../domain/bid-response.ts';
import type { AnsweredBid, OpenBid } from '../domain/dyad.ts';
import type { MessageId } from '../domain/ids.ts';
import { LONGEST_OPEN } from '../domain/settings.ts';
import { HOUR, type Instant, MINUTE } from '../domain/time.ts';
import type { Utterance } from '../domain/utterance.ts';
import { change, changePartner, type Draft, otherOf } from './draft.ts';

/** Bids that were answered, for as long as a later word about them may do good: that evening, or the next day. */

/** So soon after an answer, warm words still belong to it. Our choice. */
const STILL_ANSWERING = 30 * MINUTE;
/** From then on, taking it up again is coming back to it. Our choice. */
const COMING_BACK_FROM = HOUR;
/** A running mean over about the last so many answers. Our choice. */
const USUAL_OVER = 50;
const JOY = { low: 0, attentive: 1, enthusiastic: 2 } as const;
/** 🎉, ❤️ and their like, also as part of a line. */
const EMOJI = /\p{Extended_Pictographic}/u;

type Toward = Extract<BidResponse, { turn: 'toward' }>;

/** Keeps an answered bid for a while, and how warmly its responder usually answers good news. */
export function noteAnsweredBid(draft: Draft, bid: OpenBid, { act, response }: { act: Act; response: Toward }): void {
  const { id: by } = otherOf(draft.state, bid.by);
  if (bid.kind === 'good-news') noteJoy(draft, by, JOY[response.energy]);
  if ((bid.kind !== 'good-news' && bid.kind !== 'vulnerability') || act.at === undefined) return;
  const { seq: bidSeq, messages, kind, intensity, confidence, because, endedAt, nudged, asked } = bid;
  const answered: AnsweredBid = {
    ...{ bidSeq, by, messages, kind, intensity, confidence, because, endedAt },
    about: messages[0] as MessageId,
    pairingConfidence: response.confidence,
    answeredAt: act.at,
    energy: response.energy,
    ...(isWithEmoji(draft, bid, act) ? { withEmoji: true } : {}),
    ...(bid.byWords === undefined ? {} : { byWords: bid.byWords }),
    ...(nudged ? { nudged } : {}),
    ...(asked ? { asked: true } : {}),
    considered: [],
  };
  change(draft, { answered: [...draft.state.answered, answered] });
}

/**
 * What is said comes back to what was answered, by either: nothing more is suggested about that. Or it adds to an
 * answer, which then is as warm as its warmest part.
 */
export function comeBack(draft: Draft, said: Utterance, references: readonly string[]): void {
  const reply = draft.env.words.said(said.messages);
  const cameBack = new Set<number>();
  const answered = draft.state.answered.map((one): AnsweredBid => {
    const since = said.startedAt - one.answeredAt;
    if (since <= 0) return one;
    const read = draft.env.pairer.text({ kind: one.kind, said: draft.env.words.said(one.messages) }, reply);
    const isNamed = one.messages.some((id) => references.includes(id));
    const adds = said.by === one.by ? warmth(read.reply) : undefined;
    const isOut = draft.state.nudges.some((nudge) => nudge.bidSeq === one.bidSeq);
    if (isNamed || isBackAt(read, since) || (isOut && adds)) cameBack.add(one.bidSeq);
    const isStill = since < STILL_ANSWERING;
    const shows = said.by === one.by && isStill && read.reply.turn === 'toward' && EMOJI.test(reply.text);
    return {
      ...{ ...one, ...(adds && (read.about || isStill) ? { energy: adds } : {}) },
      ...(shows ? { withEmoji: true } : {}),
    };
  });
  change(draft, { answered });
  dropAnswered(draft, ({ bidSeq }) => cameBack.has(bidSeq));
}

const isBackAt = ({ about }: PairReading, since: number) => about && since >= COMING_BACK_FROM;

/** Whether what its responder has begun to say makes a nudge about it moot. */
export function makesMoot(read: PairReading, one: AnsweredBid, startedAt: Instant): boolean {
  return isBackAt(read, startedAt - one.answeredAt) || warmth(read.reply) !== undefined;
}

/** How warm the words are, if they are more than polite. */
function warmth(reply: Reply): Exclude<Energy, 'low'> | undefined {
  return reply.turn === 'toward' && reply.energy !== 'low' ? reply.energy : undefined;
}

/** A heart or confetti that comes after the words says what they did not. */
export function addEmoji(draft: Draft, { by, target }: { by: AnsweredBid['by']; target: MessageId }): void {
  const answered = draft.state.answered.map((one) =>
    one.by === by && one.messages.includes(target) ? { ...one, withEmoji: true as const } : one,
  );
  change(draft, { answered });
}

/** Lets go of those the test names, and takes back what is out about them. */
export function dropAnswered(draft: Draft, isMoot: (answered: AnsweredBid) => boolean): void {
  const { answered, nudges } = draft.state;
  const moot = answered.filter(isMoot).map(({ bidSeq }) => bidSeq);
  if (moot.length === 0) return;
  for (const nudge of nudges) if (moot.includes(nudge.bidSeq)) draft.effects.push({ do: 'retract', seq: nudge.seq });
  change(draft, {
    answered: answered.filter(({ bidSeq }) => !moot.includes(bidSeq)),
    nudges: nudges.filter(({ bidSeq }) => !moot.includes(bidSeq)),
  });
}

/** Its message ids may rest no longer. Design, law 2. */
export const answeredEndsAt = (answered: AnsweredBid): Instant => answered.endedAt + LONGEST_OPEN;

/** In any message of the answer, or as a reaction beside it. */
function isWithEmoji({ state, env }: Draft, bid: OpenBid, act: Act): boolean {
  if (bid.acts.some(({ emoji, reply }) => emoji !== undefined && reply.turn === 'toward')) return true;
  const event = act.event as MessageId;
  const answer = state.recent.find(({ messages }) => messages.includes(event));
  return (answer?.messages ?? [event]).some((id) => EMOJI.test(env.words.get(id)?.text ?? ''));
}

function noteJoy(draft: Draft, by: AnsweredBid['by'], joy: number): void {
  changePartner(draft, by, (partner) => {
    const { mean, count } = partner.usualJoy ?? { mean: 0, count: 0 };
    return { ...partner, usualJoy: { mean: mean + (joy - mean) / Math.min(count + 1, USUAL_OVER), count: count + 1 } };
  });
}
