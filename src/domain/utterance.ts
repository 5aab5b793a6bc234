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

/** The words Nod may look at now, by message id; gone with the process. */
export type Words = ReadonlyMap<MessageId, SaidMessage>;

/** The utterance's words put together, as far as they are still held. */
export function saidIn(messages: readonly MessageId[], words: Words): Said {
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
