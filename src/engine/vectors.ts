import type { ChatEvent } from '../domain/chat-event.ts';
import type { MessageId } from '../domain/ids.ts';
import type { Said } from '../domain/reading.ts';
import { type SaidMessage, together } from '../domain/utterance.ts';
import type { Encoder } from '../ports/encoder.ts';

/** What gives words their vectors, and the messages that Nod holds. */
export interface VectorTerms {
  readonly encoder: Encoder;
  readonly held: () => readonly MessageId[];
}

/** The event with the vector of its words, if it has any; steps get vectors as they get words. */
export async function withVector<Event extends ChatEvent<unknown>>(
  event: Event,
  { encoder, held }: VectorTerms,
): Promise<Event> {
  if (event.type !== 'message' && event.type !== 'edit') return event;
  // An edit does not say whose it is: of one that Nod does not hold, nobody's words are read.
  if (event.type === 'edit' && !held().includes(event.target)) return event;
  const [vector] = await encoder.encode([event.text]);
  return vector ? { ...event, vector } : event;
}

/** The same for words that are put back after a restart. */
export async function withVectors(messages: readonly SaidMessage[], encoder: Encoder): Promise<readonly SaidMessage[]> {
  const vectors = await encoder.encode(messages.map(({ text }) => text));
  return messages.map((message, at) => {
    const vector = vectors[at];
    return vector ? { ...message, vector } : message;
  });
}

/** The same for whole bursts that stand alone: a newline parts their messages, and each is read by itself, as live. */
export async function withBurstVectors(bursts: readonly Said[], encoder: Encoder): Promise<readonly Said[]> {
  const messages = bursts.map(({ text }) => text.split('\n'));
  const vectors = await encoder.encode(messages.flat());
  let from = 0;
  return bursts.map((said, at) => {
    const count = messages[at]?.length ?? 0;
    const vector = together(vectors.slice(from, from + count));
    from += count;
    return vector ? { ...said, vector } : said;
  });
}
