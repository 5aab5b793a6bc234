import type { MessageId } from './ids.ts';
import type { Attachment, SentenceVector } from './reading.ts';
import type { Instant } from './time.ts';

/**
 * What happens in a chat, normalised; `Who` is the platform's person id outside the consent door and
 * the partner's number inside it.
 */
export type ChatEvent<Who> =
  | MessageEvent<Who>
  | EditEvent
  | DeleteEvent
  | ReactionEvent<Who>
  | UnreactionEvent<Who>
  | { readonly type: 'typing'; readonly at: Instant; readonly by: Who }
  /** `by` has joined the other in a call: entered where they are, or waited and they came within 5 min. */
  | { readonly type: 'voice-join'; readonly at: Instant; readonly by: Who }
  /** `by` pressed something of Nod's or used a command: they are here. */
  | { readonly type: 'interaction'; readonly at: Instant; readonly by: Who }
  | { readonly type: 'busy'; readonly at: Instant; readonly by: Who; readonly until: Instant }
  /** From `at` until `until` nothing could be read: that time is unobserved. */
  | { readonly type: 'gap'; readonly at: Instant; readonly until: Instant };

export interface MessageEvent<Who> {
  readonly type: 'message';
  readonly at: Instant;
  readonly by: Who;
  readonly id: MessageId;
  readonly text: string;
  readonly attachments: readonly Attachment[];
  readonly replyTo?: MessageId;
  /** Added behind the door, where an encoder runs; as close to the words as they are themselves (law 2). */
  readonly vector?: SentenceVector;
}

/** The author is not named: platforms do not always know, and only a message Nod holds matters. */
export interface EditEvent {
  readonly type: 'edit';
  readonly at: Instant;
  readonly target: MessageId;
  readonly text: string;
  readonly vector?: SentenceVector;
}

export interface DeleteEvent {
  readonly type: 'delete';
  readonly at: Instant;
  readonly target: MessageId;
}

export interface ReactionEvent<Who> {
  readonly type: 'reaction';
  readonly at: Instant;
  readonly by: Who;
  readonly target: MessageId;
  /** A unicode emoji, or something between colons for a custom one; it may rest while its moment is live. */
  readonly emoji: string;
  /** Set when history alone tells of it, at this instant: it came at some time before. `at` only orders it. */
  readonly foundAt?: Instant;
}

export interface UnreactionEvent<Who> {
  readonly type: 'unreaction';
  readonly at: Instant;
  readonly by: Who;
  readonly target: MessageId;
  readonly emoji: string;
}
