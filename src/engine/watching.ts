import type { DyadId } from '../domain/ids.ts';
import type { Platform } from '../ports/platform.ts';
import type { Desk } from './desk.ts';
import { isListening } from './door.ts';

/** Tells the platform which channels to listen in: those whose two switches are on; nothing else is even parsed. */
export interface Watching {
  /** Tells it anew. */
  begin(): void;
  /** Tells it anew if the couple began or stopped listening. */
  follow(desk: Desk): void;
}

export const listensNow = (desk: Desk): boolean => isListening(desk.session.state);

export function createWatching(platform: Pick<Platform, 'watch'>, desks: () => Iterable<Desk>): Watching {
  let watched: ReadonlySet<DyadId> = new Set();

  function begin(): void {
    const listening = [...desks()].filter(listensNow);
    watched = new Set(listening.map(({ row }) => row.id));
    platform.watch(
      listening.map(({ row, members }) => ({
        channel: row.channel,
        partners: [members[0].person, members[1].person] as const,
      })),
    );
  }

  return {
    begin,
    follow(desk) {
      if (listensNow(desk) !== watched.has(desk.row.id)) begin();
    },
  };
}
