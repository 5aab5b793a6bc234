import type { BidKind } from '../domain/bid.ts';
import type { Energy, Pairer, PairReading, Reply } from '../domain/bid-response.ts';
import type { Said } from '../domain/reading.ts';
import { readAttachments } from './attachments.ts';
import { energyOf } from './energy.ts';
import { signsOf } from './evidence.ts';
import { GOOD_NEWS_MOVES } from './good-news.ts';
import { isKindNo } from './kind-no.ts';
import { promiseIn } from './promise.ts';
import { readReaction } from './reactions.ts';
import { type Relation, relate } from './relation.ts';
import { REPAIR_MOVES } from './repair.ts';
import { readText } from './reply-text.ts';
import type { Evidence } from './signs.ts';
import { unstyledMoves } from './unstyled.ts';
import { VULNERABILITY_MOVES } from './vulnerability.ts';
import { type Move, type Weighed, weigh } from './weigh.ts';
import { readWordless } from './wordless.ts';

/** Makes the reader of replies beside bids: signs, points, and the guide's rules on top. */
export function createPairer(): Pairer {
  return { text: readReply, reaction: readReaction, voice: readVoice };
}

/** Joining the other in a call is attentive (annotation guide, "energy"). */
function readVoice(kind: BidKind): Reply {
  return readAttachments(kind, ['voice']);
}

function readReply(bid: { readonly kind: BidKind; readonly said: Said }, said: Said): PairReading {
  const reply = readText(said.text);
  if (reply.words.length === 0) return { reply: readWordless(bid.kind, reply, said), about: false };

  const relation = relate(readText(bid.said.text), reply);
  const promise = promiseIn(bid.kind, said.text);
  const evidence = signsOf(reply, { relation, promises: promise !== undefined, kindNo: isKindNo(said.text) });
  const weighed = weigh(movesFor(bid.kind), evidence);
  const read = asReply(weighed, () => energyOf({ kind: bid.kind, reply, relation, evidence }));
  const about = isAbout(relation, evidence);
  if (read.turn === 'toward' && promise !== undefined) return { reply: read, about, promise };
  // What is attached is an act of its own: words that pass the bid by do not undo it.
  if (read.turn === 'away' && said.attachments.length > 0)
    return { reply: readAttachments(bid.kind, said.attachments), about };
  return { reply: read, about };
}

function movesFor(kind: BidKind): readonly Move[] {
  switch (kind) {
    case 'good-news':
      return GOOD_NEWS_MOVES;
    case 'vulnerability':
      return VULNERABILITY_MOVES;
    case 'repair':
      return REPAIR_MOVES;
    case 'affection':
    case 'request':
    case 'interest':
    case 'attention':
    case 'play':
      return unstyledMoves(kind);
  }
}

function asReply({ turn, style, confidence }: Weighed, energy: () => Energy): Reply {
  const styled = style === undefined ? { confidence } : { style, confidence };
  return turn === 'toward' ? { turn, energy: energy(), ...styled } : { turn, ...styled };
}

/** Names, asks or answers something of this bid; a general warm token is about nothing in particular. */
function isAbout(relation: Relation, evidence: Evidence): boolean {
  if (relation.shared > 0 || relation.fittingQuestion) return true;
  return relation.toYou && evidence.has('asks') && !evidence.has('chore');
}
