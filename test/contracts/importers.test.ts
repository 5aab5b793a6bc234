import { describe, expect, it } from 'vitest';
import { NodError } from '../../src/errors.ts';
import { timelineImporter } from '../../src/importers/timeline.ts';
import type { Importer } from '../../src/ports/importer.ts';

/** A small chat that somebody made up, as a file of one kind. */
interface Sample {
  readonly importer: Importer;
  readonly source: string;
  /** The same chat, exported again when there was more of it. */
  readonly longer: string;
  /** The same chat with a mistake in it, right behind the secret. */
  readonly broken: string;
  /** What stands in `source`, oldest first. */
  readonly texts: readonly string[];
}

const SECRET = 'so much for the garden';

function timelineOf(texts: readonly string[]): string {
  const events = texts.map((text, at) => ({
    type: 'message',
    at: `2026-05-04T09:0${at}:00+02:00`,
    by: at % 2 === 0 ? 'ana' : 'ben',
    id: `m${at}`,
    text,
  }));
  const partners = ['ana', 'ben'].map((id) => ({ id, name: id, timezone: 'Europe/Lisbon' }));
  return JSON.stringify({ partners, events });
}

const TEXTS = ['the hedgehog is back', 'no! where?', SECRET];

/** Ends within the file. */
const brokenOff = (source: string) => source.slice(0, source.indexOf(SECRET) + SECRET.length);

const SAMPLES: Readonly<Record<string, Sample>> = {
  timeline: {
    importer: timelineImporter,
    source: timelineOf(TEXTS),
    longer: timelineOf([...TEXTS, 'he ate the lettuce']),
    broken: brokenOff(timelineOf(TEXTS)),
    texts: TEXTS,
  },
};

describe.each(Object.entries(SAMPLES))('the importer of a %s', (_, { importer, source, longer, broken, texts }) => {
  it('gives every message, oldest first', () => {
    const { events } = importer.read(source);
    const times = events.map(({ event }) => ('at' in event ? event.at : Number.NaN));

    expect(events.flatMap(({ event }) => (event.type === 'message' ? [event.text] : []))).toEqual(texts);
    expect(times).toEqual([...times].sort((one, other) => one - other));
  });

  it('gives the same ids each time, also where the chat has grown', () => {
    const ids = importer.read(source).events.map(({ id }) => id);

    expect(new Set(ids).size).toBe(ids.length);
    expect(importer.read(source).events.map(({ id }) => id)).toEqual(ids);
    expect(
      importer
        .read(longer)
        .events.map(({ id }) => id)
        .slice(0, ids.length),
    ).toEqual(ids);
  });

  it('gives two partners, each with a time zone, and nobody else', () => {
    const { partners, events } = importer.read(source);
    const people = partners.map(({ id }) => id);

    for (const { zone } of partners) expect(zone).not.toBe('');
    for (const { event } of events) if (event.type === 'message') expect(people).toContain(event.by);
  });

  it('says what is wrong with a file that has a mistake, and nothing of what stands in it', () => {
    const read = () => importer.read(broken);

    expect(broken).toContain(SECRET);
    expect(read).toThrow(NodError);
    expect(read).not.toThrow(SECRET);
  });
});
