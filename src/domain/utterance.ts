import type { MessageEvent } from './chat-event.ts';
import type { MessageId, PartnerId } from './ids.ts';
import type { Said, SentenceVector } from './reading.ts';
import type { Instant } from './time.ts';

/** Consecutive messages of one partner: the unit of reading. Source: annotation guide, "Unit". */
export interface Utterance {
  readonly by: PartnerId;
  readonly messages: readonly MessageId[];
  readonly startedAt: Instant;
  readonly endedAt: Instant;
}

/** A message's words while they may be held: memory only, never stored (law 2). */
export type SaidMessage = Omit<MessageEvent<PartnerId>, 'type'>;

/** The words Nod may look at now; gone with the process. */
export interface Words {
  get(id: MessageId): SaidMessage | undefined;
  /** An utterance's words put together, as far as they are still held: the same object whenever it is asked for. */
  said(messages: readonly MessageId[]): Said;
}

/** The words as they are held now; when any of them change, they are others. */
export function wordsIn(held: ReadonlyMap<MessageId, SaidMessage>): Words {
  const known = new Map<readonly MessageId[], Said>();
  return {
    get: (id) => held.get(id),
    said(messages) {
      const said = known.get(messages) ?? putTogether(messages, held);
      known.set(messages, said);
      return said;
    },
  };
}

function putTogether(messages: readonly MessageId[], words: ReadonlyMap<MessageId, SaidMessage>): Said {
  const held = messages.map((id) => words.get(id)).filter((message) => message !== undefined);
  const vector = together(held.map((message) => message.vector));
  return {
    ...(vector ? { vector } : {}),
    text: held
      .map((message) => message.text)
      .filter((text) => text !== '')
      .join('\n'),
    attachments: held.flatMap((message) => message.attachments),
  };
}

/** The vector of a whole burst: the mean of its messages' vectors, at length 1; those without one are left out. */
export function together(vectors: readonly (SentenceVector | undefined)[]): SentenceVector | undefined {
  const known = vectors.filter((vector) => vector !== undefined);
  const [only] = known;
  if (!only || known.length === 1) return only;
  const sum = new Float32Array(only.length);
  for (const vector of known) for (let at = 0; at < sum.length; at += 1) sum[at] = (sum[at] ?? 0) + (vector[at] ?? 0);
  const length = Math.hypot(...sum) || 1;
  return sum.map((value) => value / length);
}
