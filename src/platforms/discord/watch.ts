import type { ChannelId, PersonId } from '../../domain/ids.ts';

/** A couple's channel and those of the two who are heard in it. */
export interface WatchedChannel {
  readonly channel: ChannelId;
  readonly partners: readonly PersonId[];
}

/** Who is heard where; everything else is dropped before it is looked at. */
export interface Watch {
  replace(channels: readonly WatchedChannel[]): void;
  /** Undefined for a channel that is nobody's. */
  partnersOf(channel: string): readonly PersonId[] | undefined;
  hears(channel: string, person: string): boolean;
  /** The couples this person is one of. */
  couplesOf(person: string): readonly WatchedChannel[];
  channels(): readonly ChannelId[];
}

export function createWatch(): Watch {
  let watched: ReadonlyMap<string, WatchedChannel> = new Map();
  const includes = (couple: WatchedChannel, person: string) => couple.partners.some((partner) => partner === person);
  return {
    replace(channels) {
      watched = new Map(channels.map((couple) => [couple.channel, couple]));
    },
    partnersOf: (channel) => watched.get(channel)?.partners,
    hears(channel, person) {
      const couple = watched.get(channel);
      return couple !== undefined && includes(couple, person);
    },
    couplesOf: (person) => [...watched.values()].filter((couple) => includes(couple, person)),
    channels: () => [...watched.values()].map((couple) => couple.channel),
  };
}
