import type { BidKind } from '../domain/bid.ts';
import type { OpenBid } from '../domain/dyad.ts';
import type { MessageId, PartnerId } from '../domain/ids.ts';
import { repliesTo } from '../domain/opinion.ts';
import { saidIn } from '../domain/utterance.ts';
import type { Clock } from '../ports/clock.ts';
import type { Judge, JudgedLine, JudgedPartner } from '../ports/judge.ts';
import type { Asking, Opinion } from './asking.ts';
import type { Desk } from './desk.ts';

/** Carries words to a judge and its opinion back into the couple's queue; holds no word longer than that takes. */
export interface SecondOpinions {
  /** Never rejects; no opinion changes nothing. */
  ask(desk: Desk, asking: Asking): Promise<void>;
}

export interface SecondOpinionParts {
  readonly judge: Judge | undefined;
  readonly clock: Clock;
  /** Called after a desk did something. */
  readonly plan: (desk: Desk) => void;
}

export function createSecondOpinions({ judge, clock, plan }: SecondOpinionParts): SecondOpinions {
  return {
    async ask(desk, asking) {
      const bid = desk.session.state.bids.find(({ seq }) => seq === asking.bidSeq);
      if (!judge || !bid) return;
      const question = questionsAbout(desk, bid, asking);
      const [read, pair] = await Promise.all([
        judge.read(question.read),
        question.pair ? judge.pair(question.pair) : undefined,
      ]);
      if (!read && !pair) return;
      await desk.enqueue(() => {
        const found = { ...(read ? { read } : {}), ...(pair ? { pair } : {}) };
        const opinion: Opinion = { type: 'opinion', at: clock.now(), bidSeq: asking.bidSeq, ...found };
        desk.opine(opinion, clock.now());
        plan(desk);
      });
    },
  };
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
