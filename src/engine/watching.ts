import type { DyadId } from '../domain/ids.ts';
import type { Platform } from '../ports/platform.ts';
import type { Desk } from './desk.ts';
import { bothWant, isListening } from './door.ts';

/**
 * Tells the platform which channels to listen in: those whose two switches are on; nothing else is even parsed. Where
 * somebody or Nod itself is shut out nobody is heard, but that the door is open again has to be noticed.
 */
export interface Watching {
  /** Tells it anew. */
  begin(): void;
  /** Tells it anew if the couple is to be watched otherwise than it is. */
  follow(desk: Desk): void;
}

export const listensNow = (desk: Desk): boolean => isListening(desk.session.state);

export function createWatching(platform: Pick<Platform, 'watch'>, desks: () => Iterable<Desk>): Watching {
  let heard: ReadonlyMap<DyadId, boolean> = new Map();
  /** Whether they are heard where they are watched; undefined where they are not. */
  const isHeard = (desk: Desk) => (bothWant(desk.session.state) ? listensNow(desk) : undefined);

  function begin(): void {
    const watched = [...desks()].filter((desk) => isHeard(desk) !== undefined);
    heard = new Map(watched.map((desk) => [desk.row.id, listensNow(desk)]));
    platform.watch(
      watched.map((desk) => ({
        channel: desk.row.channel,
        partners: listensNow(desk) ? desk.members.map(({ person }) => person) : [],
      })),
    );
  }

  return {
    begin,
    follow(desk) {
      if (isHeard(desk) !== heard.get(desk.row.id)) begin();
    },
  };
}
