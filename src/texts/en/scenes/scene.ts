import type { BidKind } from '../../../domain/bid.ts';
import type { Reason } from '../../../domain/nudge.ts';
import type { HintId } from '../hints.ts';

/** One made-up moment of the game: a bit of chat, what Nod would do, and three things one could write. */
export interface Scene {
  /** Stands on buttons, so a scene that is rewritten gets a new one. */
  readonly id: string;
  /** Who writes to the player. */
  readonly from: string;
  /** The chat, oldest first; lines of the player are `you`. */
  readonly chat: readonly { readonly by: 'them' | 'you'; readonly says: string }[];
  /** Where the player is by now, and what has gone on since. */
  readonly now: string;
  readonly nod: NodInScene;
  readonly choices: readonly [SceneChoice, SceneChoice, SceneChoice];
}

/** A whisper with one of Nod's own hints, or silence and the reason for it. */
export type NodInScene =
  | { readonly does: 'whisper'; readonly kind: BidKind; readonly reason: Reason; readonly hint: HintId }
  | { readonly does: 'nothing'; readonly because: string };

export interface SceneChoice {
  /** One line of chat: at most 90 characters. */
  readonly reply: string;
  /** One plain line on why it lands, or what it leaves out; never that somebody did badly. */
  readonly why: string;
}

/** A line of theirs. */
export const them = (says: string) => ({ by: 'them', says }) as const;
/** A line of the player's. */
export const you = (says: string) => ({ by: 'you', says }) as const;
