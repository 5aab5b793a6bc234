import type { ChatEvent } from '../domain/chat-event.ts';
import type { LedgerEntry, Purpose } from '../domain/consent.ts';
import type { DyadState, PartnerState } from '../domain/dyad.ts';
import { type ChannelId, isLater, type PartnerId, type PersonId } from '../domain/ids.ts';
import { RENEWAL_ANSWER } from '../domain/settings.ts';
import type { Instant } from '../domain/time.ts';
import type { SaidMessage } from '../domain/utterance.ts';
import type { Pointed } from '../ports/command.ts';
import { heldBy } from './held.ts';

declare const consented: unique symbol;

/**
 * An event that came through the door: by one of the two, while both their own switches are on. Only
 * `admit` makes one, and the engine takes nothing else (law 1).
 */
export type ConsentedEvent = ChatEvent<PartnerId> & { readonly [consented]: true };

/** Words of a message that one of the two pointed at, let in to be read once. Only `admitPointed` makes them. */
export type ConsentedWords = SaidMessage & { readonly [consented]: true };

/** The two people of a couple, by the platform's ids. */
export type Members = readonly [
  { readonly id: PartnerId; readonly person: PersonId },
  { readonly id: PartnerId; readonly person: PersonId },
];

/** Whether Nod may listen: the AND of two private switches, where both and Nod itself are there. */
export function isListening(state: DyadState): boolean {
  return bothWant(state) && !state.shutOut && state.partners.every(({ absent }) => !absent);
}

/** Whether both switches are on. */
export function bothWant({ partners }: DyadState): boolean {
  return partners.every(({ listening }) => listening);
}

/** When the partner's yes lapses unless they renew it. */
export function lapsesAt({ listening, consent }: PartnerState): Instant {
  const { askAgainAt } = consent;
  return listening && askAgainAt !== undefined ? askAgainAt + RENEWAL_ANSWER : Number.POSITIVE_INFINITY;
}

/**
 * Lets an event in, or drops it unread: a third person's, anything while one of the switches is off, and what is done to
 * messages from before the second yes.
 */
export function admit(event: ChatEvent<PersonId>, members: Members, state: DyadState): ConsentedEvent | undefined {
  if (!isOpen(state, event.at) || isOfBefore(state, event)) return undefined;
  if (!('by' in event)) return event as ConsentedEvent;
  const member = members.find((one) => one.person === event.by);
  if (!member) return undefined;
  return { ...event, by: member.id } as ChatEvent<PartnerId> as ConsentedEvent;
}

/** Whether it changes or takes up what was said before both had agreed. Source: trust, "Consent". */
function isOfBefore(state: DyadState, event: ChatEvent<PersonId>): boolean {
  if (state.from === undefined || !('target' in event) || isLater(event.target, state.from)) return false;
  return !heldBy(state).includes(event.target); // what is held was heard since, also where this clock was ahead then
}

/** A couple, and everything each of them ever agreed to. */
export interface AgreedCouple {
  readonly channel: ChannelId;
  readonly members: Members;
  readonly state: DyadState;
  readonly ledgers: readonly (readonly LedgerEntry[])[];
}

/**
 * Lets in a message of one of the two that the other, or they themselves, pointed at: in their channel while both
 * listen, in their own direct messages while both want that besides. What was written before both wanted it, or while
 * one did not, stays unread.
 */
export function admitPointed(
  { where, channel, message, at }: Pointed,
  couple: AgreedCouple,
): ConsentedWords | undefined {
  const { members, state, ledgers } = couple;
  if (message === undefined || !isOpen(state, at)) return undefined;
  if (where === 'channel' && channel !== couple.channel) return undefined;
  if (where === 'direct' && !state.partners.every(({ settings }) => settings.ownMessages)) return undefined;
  const purposes: readonly Purpose[] = where === 'channel' ? ['listening'] : ['listening', 'own-messages'];
  if (!ledgers.every((ledger) => purposes.every((purpose) => wasOn(ledger, purpose, message.at)))) return undefined;
  const member = members.find((one) => one.person === message.by);
  return member && ({ ...message, by: member.id } as SaidMessage as ConsentedWords);
}

function wasOn(ledger: readonly LedgerEntry[], purpose: Purpose, at: Instant): boolean {
  return ledger.findLast((entry) => entry.about === purpose && entry.at <= at)?.to === 'on';
}

/** Both listen, and neither's yes has lapsed. */
function isOpen(state: DyadState, at: Instant): boolean {
  return isListening(state) && state.partners.every((partner) => lapsesAt(partner) > at);
}

/** Both have left for good. */
export function hasEnded(state: DyadState): boolean {
  return state.partners.every((partner) => partner.left);
}
