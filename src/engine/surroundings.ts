import type { DyadState, RecentUtterance } from '../domain/dyad.ts';
import type { EarlierSaid, ReadingContext } from '../domain/reading.ts';
import { HOUR, MINUTE, secondsBetween } from '../domain/time.ts';
import type { Utterance } from '../domain/utterance.ts';
import { type Draft, partnerOf } from './draft.ts';

/** What surrounds an utterance and helps to read it: what was said before, what it takes up, how its speaker usually writes. */

/** "love you too" takes up what was said so long before, a night in between or not. Our choice. */
const TAKEN_UP_WITHIN = 12 * HOUR;
/** General warm words so soon after belong to it; later they do only where they give something back. Our choice. */
const STILL_THE_REPLY = 10 * MINUTE;
const RETURNED = /\b(?:too|as well|back|same|more|likewise)\b/iu;
/** A usual length is known from this many utterances on. Our choice. */
const KNOWN_FROM = 20;

/** All that may be known of it besides its words, save how it was typed. */
export function contextOf(draft: Draft, utterance: Utterance): ReadingContext {
  const { state, env } = draft;
  const before = state.recent.filter((one) => one.startedAt < utterance.startedAt);
  const earlier = before.map(
    (one): EarlierSaid => ({
      ...env.words.said(one.messages),
      own: one.by === utterance.by,
      secondsAgo: secondsBetween(one.endedAt, utterance.startedAt),
    }),
  );
  const { usualWords } = partnerOf(state, utterance.by);
  const baseline = usualWords && usualWords.count >= KNOWN_FROM ? { usualWords: usualWords.mean } : {};
  return { tense: isTense(state, utterance), earlier, ...baseline, ...takenUp(draft, utterance) };
}

/**
 * What the utterance takes up: it turns toward what the other reached out with last, and no words did before. What both
 * can read is all it goes by: were it what Nod counts as answered, in the speaker's free hours, then their settings
 * would move how their words are read, and so what Nod does for the other (law 6).
 */
function takenUp({ state, env }: Draft, { by, startedAt, messages }: Utterance): TakenUp {
  const before = state.recent.filter((one) => one.startedAt < startedAt);
  const references = messages.map((id) => env.words.get(id)?.replyTo).filter((id) => id !== undefined);
  const named = before.find((one) => one.messages.some((id) => references.includes(id)));
  if (references.length > 0) return upTo(named);
  const isReaching = (one: RecentUtterance) => one.by !== by && startedAt < one.endedAt + TAKEN_UP_WITHIN;
  const last = before.findLastIndex((one) => one.kind !== undefined && isReaching(one));
  const reached = before[last];
  if (reached?.kind === undefined) return {};
  const bid = { kind: reached.kind, said: env.words.said(reached.messages) };
  const pairingOf = (said: Pick<Utterance, 'messages'>) => env.pairer.text(bid, env.words.said(said.messages));
  const { reply, about } = pairingOf({ messages });
  const belongs =
    about || startedAt < reached.endedAt + STILL_THE_REPLY || RETURNED.test(env.words.said(messages).text);
  if (reply.turn !== 'toward' || !belongs) return {};
  const since = before.slice(last + 1).filter((one) => one.by === by);
  const isFirst = since.every((one) => pairingOf(one).reply.turn === 'away');
  return isFirst ? upTo(reached) : {};
}

type TakenUp = Pick<ReadingContext, 'replies' | 'asked'>;

const upTo = (reached?: RecentUtterance): TakenUp =>
  reached?.kind === 'interest' ? { replies: true, asked: true } : { replies: true };

function isTense(state: DyadState, utterance: Utterance): boolean {
  return state.tenseUntil !== undefined && state.tenseUntil > utterance.startedAt;
}
