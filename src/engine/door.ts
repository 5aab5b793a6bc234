import type { ChatEvent } from '../domain/chat-event.ts';
import type { DyadState, PartnerState } from '../domain/dyad.ts';
import type { PartnerId, PersonId } from '../domain/ids.ts';
import { RENEWAL_ANSWER } from '../domain/settings.ts';
import type { Instant } from '../domain/time.ts';

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

/** Whether Nod may listen: the AND of two private switches, where both are there. */
export function isListening(state: DyadState): boolean {
  return state.partners.every((partner) => partner.listening && !partner.absent);
}

/** When the partner's yes lapses unless they renew it. */
export function lapsesAt({ listening, consent }: PartnerState): Instant {
  const { askAgainAt } = consent;
  return listening && askAgainAt !== undefined ? askAgainAt + RENEWAL_ANSWER : Number.POSITIVE_INFINITY;
}

/** Lets an event in, or drops it unread: a third person's, or anything while one of the switches is off. */
export function admit(event: ChatEvent<PersonId>, members: Members, state: DyadState): ConsentedEvent | undefined {
  if (!isListening(state) || state.partners.some((partner) => lapsesAt(partner) <= event.at)) return undefined;
  if (!('by' in event)) return event as ConsentedEvent;
  const member = members.find((one) => one.person === event.by);
  if (!member) return undefined;
  return { ...event, by: member.id } as ChatEvent<PartnerId> as ConsentedEvent;
}

/** Both have left for good. */
export function hasEnded(state: DyadState): boolean {
  return state.partners.every((partner) => partner.left);
}
