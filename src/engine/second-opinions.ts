import type { BidKind } from '../domain/bid.ts';
import type { OpenBid } from '../domain/dyad.ts';
import type { MessageId, PartnerId } from '../domain/ids.ts';
import { repliesTo } from '../domain/opinion.ts';
import { type SaidMessage, saidIn } from '../domain/utterance.ts';
import type { Clock } from '../ports/clock.ts';
import type { Judge, JudgedLine, JudgedPartner } from '../ports/judge.ts';
import type { Asking, Opinion } from './asking.ts';
import type { Desk } from './desk.ts';
import { isListening } from './door.ts';
import { isOpenTo } from './judging.ts';

/** Carries words to a judge and its opinion back into the couple's queue; holds no word longer than that takes. */
export interface SecondOpinions {
  /** Never rejects; no opinion changes nothing. */
  ask(desk: Desk, asking: Asking): Promise<void>;
  /** Called after a desk did something: what is under way about it and no longer wanted is given up, sent or not. */
  callOff(desk: Desk): void;
}

/** A question that is not answered yet, with the words it is about as they stood. */
interface UnderWay {
  readonly desk: Desk;
  readonly bidSeq: number;
  readonly about: readonly SaidMessage[];
  readonly nobodyWaits: AbortController;
}

export interface SecondOpinionParts {
  readonly judge: Judge | undefined;
  readonly clock: Clock;
  /** Called after a desk did something. */
  readonly plan: (desk: Desk) => void;
}

export function createSecondOpinions({ judge, clock, plan }: SecondOpinionParts): SecondOpinions {
  const underWay = new Set<UnderWay>();
  return {
    async ask(desk, asking) {
      const bid = desk.session.state.bids.find(({ seq }) => seq === asking.bidSeq);
      if (!judge || !bid) return;
      const question = questionsAbout(desk, bid, asking);
      const asked = { desk, bidSeq: bid.seq, about: wordsOf(desk, asking), nobodyWaits: new AbortController() };
      const { signal } = asked.nobodyWaits;
      underWay.add(asked);
      const [read, pair] = await Promise.all([
        judge.read(question.read, signal),
        question.pair ? judge.pair(question.pair, signal) : undefined,
      ]);
      underWay.delete(asked);
      if (signal.aborted || (!read && !pair)) return;
      await desk.enqueue(() => {
        const found = { ...(read ? { read } : {}), ...(pair ? { pair } : {}) };
        const opinion: Opinion = { type: 'opinion', at: clock.now(), bidSeq: asking.bidSeq, ...found };
        desk.opine(opinion, clock.now());
        plan(desk);
      });
    },
    callOff(desk) {
      for (const asked of underWay) if (asked.desk === desk && !isStillWanted(asked)) asked.nobodyWaits.abort();
    },
  };
}

/** Both listen and want opinions, the bid is open, and nobody has changed or deleted what was said. */
function isStillWanted({ desk, bidSeq, about }: UnderWay): boolean {
  const draft = desk.session.glance();
  const bid = draft.state.bids.find(({ seq }) => seq === bidSeq);
  if (!bid || !isListening(draft.state) || !isOpenTo(draft, bid)) return false;
  return about.every(({ id, text }) => draft.env.words.get(id)?.text === text);
}

function wordsOf(desk: Desk, { messages, past }: Asking): readonly SaidMessage[] {
  const { words } = desk.session.glance().env;
  return [...messages, ...(past === undefined ? [] : [past])].flatMap((id) => words.get(id) ?? []);
}

function questionsAbout(desk: Desk, bid: OpenBid, { by, messages, past }: Asking) {
  const { env, state } = desk.session.glance();
  const nameless = (one: PartnerId): JudgedPartner => (state.partners[0].id === one ? 'A' : 'B');
  const line = (author: PartnerId, ids: readonly MessageId[]): JudgedLine => ({
    by: nameless(author),
    text: saidIn(ids, env.words).text,
  });
  const earlier = state.recent
    .filter((one) => one.startedAt < bid.startedAt)
    .map((one) => line(one.by, one.messages))
    .filter(({ text }) => text !== '');
  const isSensitive = (text: string): boolean => {
    const { risk, tender } = env.reader({ text, attachments: [] }, { tense: false, earlier: [] });
    return tender || risk !== undefined;
  };
  const said = line(by, messages);
  const reply = past === undefined ? undefined : env.words.get(past);
  const sensitive = bid.tender || isSensitive(said.text) || (reply !== undefined && isSensitive(reply.text));
  const fit = earlier.filter(({ text }) => !isSensitive(text)); // what Nod recognises never leaves (trust, "Privacy")
  const shared = { couple: desk.row.id, earlier: fit, names: [], sensitive };
  const candidates: readonly BidKind[] = [bid.kind];
  const read = { ...shared, said, candidates, intensity: bid.intensity };
  if (!reply) return { read };
  const pair = {
    ...shared,
    bidKind: bid.kind,
    bid: said,
    reply: { by: nameless(reply.by), text: reply.text },
    candidates: repliesTo(bid.kind),
  };
  return { read, pair };
}
