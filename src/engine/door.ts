import type { ChatEvent } from '../domain/chat-event.ts';
import type { DyadState } from '../domain/dyad.ts';
import type { PartnerId, PersonId } from '../domain/ids.ts';

declare const consented: unique symbol;

/**
 * An event that came through the door: by one of the two, while both their own switches are on. Only
 * `admit` makes one, and the engine takes nothing else (law 1).
 */
export type ConsentedEvent = ChatEvent<PartnerId> & { readonly [consented]: true };

/** The two people of a couple, by the platform's ids. */
export type Members = readonly [
  { readonly id: PartnerId; readonly person: PersonId },
  { readonly id: PartnerId; readonly person: PersonId },
];

/** Whether Nod may listen: the AND of two private switches. */
export function isListening(state: DyadState): boolean {
  return state.partners.every((partner) => partner.listening);
}

/** Lets an event in, or drops it unread: a third person's, or anything while one of the switches is off. */
export function admit(event: ChatEvent<PersonId>, members: Members, state: DyadState): ConsentedEvent | undefined {
  if (!isListening(state)) return undefined;
  if (!('by' in event)) return event as ConsentedEvent;
  const member = members.find((one) => one.person === event.by);
  if (!member) return undefined;
  return { ...event, by: member.id } as ChatEvent<PartnerId> as ConsentedEvent;
}

/** Both have left for good. */
export function hasEnded(state: DyadState): boolean {
  return state.partners.every((partner) => partner.left);
}
