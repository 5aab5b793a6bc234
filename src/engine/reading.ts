import type { BidKind } from '../domain/bid.ts';
import type { PairReading } from '../domain/bid-response.ts';
import type { OpenBid } from '../domain/dyad.ts';
import type { Reading, Typed } from '../domain/reading.ts';
import type { Utterance } from '../domain/utterance.ts';
import type { Draft } from './draft.ts';
import { contextOf } from './surroundings.ts';
import { isUnread, tell } from './unread.ts';

/** What an utterance says, and what it says to a bid, by its words and what stands around it; changes nothing. */

/**
 * What is left alone says nothing, save that clear English in it may let Nod rest: that guesses nothing. How it was typed
 * is known only as it is said; whatever is read again goes by its words. `known` outweighs what the state tells.
 */
export function read(
  draft: Draft,
  said: Utterance,
  known: { readonly typed?: Typed; readonly tense?: true } = {},
): Reading {
  const unread = isUnread(draft, said);
  if (unread && tell(draft, said).language !== 'english') return { tender: false };
  const context = { ...contextOf(draft, said), ...known };
  const { bid, ...reading } = draft.env.reader(draft.env.words.said(said.messages), context);
  return unread || !bid ? reading : { ...reading, bid };
}

/** What answers no bid of the one kind, being of the other: "today was awful" after news, news after a hard day. */
const OWN_MATTER: Partial<Record<BidKind, BidKind>> = { 'good-news': 'vulnerability', vulnerability: 'good-news' };
/**
 * So sure of its kind must it be, and so little of turning toward: "congrats!! i feel so low today, this helps" lies above.
 * Our choice, since such replies are rare among the authored pairs.
 */
const OWN_ENOUGH = 0.8;
const HARDLY_TOWARD = 0.74;

/** Whether the utterance only looks like an answer, telling of whoever says it and of nothing in the bid. */
export function isOwnMatter(
  draft: Draft,
  said: Utterance,
  { kind, pairing: { reply, about, promise } }: { readonly kind: BidKind; readonly pairing: PairReading },
): boolean {
  const other = OWN_MATTER[kind];
  const mayBe = reply.turn === 'toward' && reply.confidence < HARDLY_TOWARD && !about && promise === undefined;
  if (other === undefined || !mayBe || draft.env.words.said(said.messages).attachments.length > 0) return false;
  const own = read(draft, said).bid;
  return own?.kind === other && own.confidence >= OWN_ENOUGH;
}

/**
 * Whether the utterance is rather said to what the other has said since: they spoke past the bid before, the talk went on
 * after that, and no word of this one takes anything up or is about the bid. "Found it" is said of the charger then.
 */
export function isSaidToNewer(
  { state }: Draft,
  { by, endedAt, acts, messages }: OpenBid,
  { said, pairing }: { readonly said: Utterance; readonly pairing: PairReading },
): boolean {
  if (pairing.about || pairing.takesUp || pairing.promise !== undefined) return false;
  const passed = acts.find(({ at, reply }) => at !== undefined && reply.turn === 'away');
  if (passed?.at === undefined) return false;
  const since = Math.max(endedAt, passed.at);
  const isNewer = (one: Utterance) => one.by === by && one.startedAt > since && one.startedAt < said.startedAt;
  return state.recent.some((one) => isNewer(one) && !one.messages.some((id) => messages.includes(id)));
}

/** How the utterance reads beside the bid. */
export function pairingOf(
  { env: { words, pairer } }: Draft,
  { kind, messages }: OpenBid,
  said: Utterance,
): PairReading {
  return pairer.text({ kind, said: words.said(messages) }, words.said(said.messages));
}
