import type { Considered } from '../coach/consider.ts';
import type { BidKind } from '../domain/bid.ts';
import type { ReplyChoice } from '../domain/bid-response.ts';
import type { OpenBid, PartnerState } from '../domain/dyad.ts';
import type { MessageId } from '../domain/ids.ts';
import { choiceOf, isUncertain, refine } from '../domain/opinion.ts';
import { JUDGE_PATIENCE } from '../domain/settings.ts';
import type { AskedReply, Asking, Opinion } from './asking.ts';
import { isDecided } from './bids.ts';
import { change, changeBid, type Draft, partnerOf } from './draft.ts';
import { decideHeld, heldAbout } from './held-nudges.ts';
import { isAskedAbout } from './judged.ts';

/**
 * A second opinion, where both want one: asked about a reading that is left open, and before a nudge; once about
 * each bid. It is asked for as an effect that carries ids and comes back as an event, so that steps stay pure. Nod goes
 * on by its own reading meanwhile and afterwards: an opinion only says what is written down of an uncertain bid, and
 * whether a nudge that the rules have made may go. Source: ADR 5, ADR 23.
 */

/** Asks about a bid that was just opened, where its reading is left open between this kind and the next best. */
export function askIfUncertain(draft: Draft, bidSeq: number, second: BidKind | undefined): void {
  const bid = draft.state.bids.find(({ seq }) => seq === bidSeq);
  if (!bid || !isUncertain(bid) || isDecided(bid) || isAskedAbout(draft, bid)) return;
  ask(draft, bid, { bidSeq, ...(second === undefined ? {} : { second }) });
}

/**
 * Asks before a nudge that the rules have made, where both want that; true when it has to wait. That is a matter of its
 * recipient's own choice alone: from the time at which it comes, they could else tell what the other chose (law 6).
 */
export function askBeforeNudge(draft: Draft, { to, ...moment }: Considered['moment']): boolean {
  const { judge: where } = draft.env.options;
  if (where === undefined || !wants(partnerOf(draft.state, to), where)) return false;
  askAboutMoment(draft, moment);
  return true;
}

function askAboutMoment(
  draft: Draft,
  { bidSeq, from, kind, intensity, tender }: Omit<Considered['moment'], 'to'>,
): void {
  const { bids, promises, answered } = draft.state;
  const about = [...bids.filter(({ seq }) => seq === bidSeq), ...[...promises, ...answered].filter(isAbout(bidSeq))];
  const [first] = about;
  if (!first || about.some(({ asked }) => asked)) return;
  const bid = { by: from, messages: first.messages, kind, intensity, tender };
  ask(draft, bid, { bidSeq, ...('acts' in first ? pastIt(draft, first) : {}) });
}

/** Asks about what is being said to a bid; true where it was asked. */
export function askAboutReply(draft: Draft, bid: OpenBid, answer: AskedReply): boolean {
  return putQuestion(draft, bid, { bidSeq: bid.seq, answer });
}

const isAbout = (seq: number) => (one: { readonly bidSeq: number }) => one.bidSeq === seq;

/** What the opinion makes of the bid or of the nudge about it, while that is open and both still want opinions. */
export function takeOpinion(draft: Draft, opinion: Opinion): void {
  const { bidSeq, read, second } = opinion;
  if (!isPending(draft, opinion)) return;
  const held = heldAbout(draft, bidSeq);
  if (held) decideHeld(draft, held, opinion);
  const bid = draft.state.bids.find(({ seq }) => seq === bidSeq);
  if (!bid?.asked) return;
  const { at } = bid.asked;
  const refined = read ? refine(bid, read, second) : bid;
  const judged: NonNullable<OpenBid['judged']> = refined?.kind ?? 'none';
  const kept = judged === bid.kind || !isUncertain(bid) ? {} : { judged };
  changeBid(draft, bidSeq, (open) => ({ ...open, ...kept, asked: { at, answered: true } }));
  const seen = refined ? { bid: { kind: refined.kind, ...sureness(refined) } } : {};
  draft.trace.push({ saw: 'opinion', message: bid.messages[0] as MessageId, bidSeq, at: draft.state.time, ...seen });
}

const sureness = ({ intensity, confidence }: Pick<OpenBid, 'intensity' | 'confidence'>) => ({ intensity, confidence });

/** Whether a judge may be asked about the bid, or the nudge about it: an opinion may still do something, and Nod does not rest. */
export function isOpenTo(draft: Draft, about: Pick<Asking, 'bidSeq' | 'second'>): boolean {
  return !isResting(draft) && isPending(draft, about);
}

/** Nod stays out of tender moments, of fights and of days off: then nobody else looks at them for it either. */
const isResting = ({ state: { restUntil, time } }: Draft) => restUntil !== undefined && restUntil > time;

/** Whether an opinion may still change something, and both still want one. */
function isPending(draft: Draft, { bidSeq, second }: Pick<Asking, 'bidSeq' | 'second'>): boolean {
  const bid = draft.state.bids.find(({ seq }) => seq === bidSeq);
  const held = heldAbout(draft, bidSeq);
  const isOpen = bid?.asked && !bid.asked.answered && !bid.lapsed && !isDecided(bid) && isUncertain(bid);
  const kind = held?.kind ?? (isOpen ? bid.kind : undefined);
  return kind !== undefined && isWanted(draft, { kinds: [kind, second], tender: bid?.tender ?? false });
}

/** Both agreed to such a judge, and to one that looks at vulnerable lines where this is, or may be, one. */
export function isWanted(
  { state, env }: Draft,
  { kinds, tender }: { readonly kinds: readonly (BidKind | undefined)[]; readonly tender: boolean },
): boolean {
  const { judge: where } = env.options;
  if (where === undefined || tender) return false;
  const isVulnerable = kinds.includes('vulnerability');
  return state.partners.every((one) => wants(one, where) && (!isVulnerable || one.settings.judgeVulnerable));
}

const wants = ({ settings: { judge } }: PartnerState, where: 'local' | 'cloud') => judge === where || judge === 'cloud';

/** What of a bid, a promise or an answer is shown and asked. */
type Shown = Pick<OpenBid, 'by' | 'messages' | 'kind' | 'intensity' | 'tender'>;

type About = Pick<Asking, 'bidSeq' | 'second' | 'past' | 'answer'>;

function ask(draft: Draft, shown: Shown, about: About): void {
  if (putQuestion(draft, shown, about)) markAsked(draft, about.bidSeq);
}

function putQuestion(draft: Draft, shown: Shown, about: About): boolean {
  const { time: at } = draft.state;
  const { by, messages, kind, intensity, tender } = shown;
  if (isResting(draft) || draft.env.now - at > JUDGE_PATIENCE) return false;
  if (!isWanted(draft, { kinds: [kind, about.second], tender })) return false;
  draft.effects.push({ do: 'ask-judge', asking: { by, messages, kind, intensity, ...about } });
  return true;
}

/** Once is enough, whatever becomes of the bid. */
function markAsked(draft: Draft, bidSeq: number): void {
  const { time: at, promises, answered } = draft.state;
  const mark = <One extends { readonly bidSeq: number }>(one: One) =>
    one.bidSeq === bidSeq ? { ...one, asked: true as const } : one;
  change(draft, { promises: promises.map(mark), answered: answered.map(mark) });
  changeBid(draft, bidSeq, (open) => ({ ...open, asked: { at } }));
}

/** The newest words that were read as going past the bid. */
function pastIt({ env: { words, pairer } }: Draft, bid: OpenBid): Pick<Asking, 'past'> {
  const act = bid.acts.findLast(({ reply, emoji }) => reply.turn === 'away' && emoji === undefined);
  if (!act) return {};
  const message = act.event as MessageId;
  const { reply, second } = pairer.text({ kind: bid.kind, said: words.said(bid.messages) }, words.said([message]));
  const isOther = ({ turn, style }: ReplyChoice) => turn !== act.reply.turn || style !== act.reply.style;
  const other = [reply, ...(second ? [second] : [])].find(isOther);
  return { past: { messages: [message], read: act.reply, ...(other ? { second: choiceOf(other) } : {}) } };
}
