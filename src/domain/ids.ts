/**
 * Branded ids, so that a partner's number can never be passed where a dyad's is wanted.
 *
 * Partner and dyad ids are small integers given by the store; message, channel and person ids are the
 * platform's own and stay text (Discord's exceed 2^53).
 */
declare const brand: unique symbol;
type Branded<T, B extends string> = T & { readonly [brand]: B };

/** A partner, as the store numbers them. */
export type PartnerId = Branded<number, 'PartnerId'>;
/** A couple, as the store numbers them. */
export type DyadId = Branded<number, 'DyadId'>;
/** A message, as the platform names it. */
export type MessageId = Branded<string, 'MessageId'>;
/** A channel, as the platform names it. */
export type ChannelId = Branded<string, 'ChannelId'>;
/** A person, as the platform names them; not yet, or never, a partner. */
export type PersonId = Branded<string, 'PersonId'>;

export const partnerId = (value: number): PartnerId => value as PartnerId;
export const dyadId = (value: number): DyadId => value as DyadId;
export const messageId = (value: string): MessageId => value as MessageId;
export const channelId = (value: string): ChannelId => value as ChannelId;
export const personId = (value: string): PersonId => value as PersonId;

/** Stands where somebody was who deleted all that Nod had of them; no platform ever names anybody so. */
export const NOBODY = personId('');

/** Whether a message was posted after the other: ids are numbers that rise, too long for a `number`. */
export function isLater(one: MessageId, other: MessageId): boolean {
  return one.length === other.length ? one > other : one.length > other.length;
}
