import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reader } from '../../src/domain/reading.ts';
import { DAY } from '../../src/domain/time.ts';
import { couple, type Heard, NEWS, READER, say } from '../engine/couple.ts';
import { chats } from './chats.ts';

/** A canary: every message carries a word that is in no language, and none of its words may rest anywhere. */

const RUNS = { seed: 20_261_125, numRuns: 40 };

/** The chat with a rare word of its own in every message and every edit. */
function withCanaries(events: readonly Heard[]): { readonly events: readonly Heard[]; readonly canaries: string[] } {
  const canaries: string[] = [];
  const rare = (text: string, index: number) => {
    const canary = `zyqx${index}wv`;
    canaries.push(canary);
    return `${text} ${canary}`;
  };
  const sung = events.map((event, index) =>
    event.type === 'message' || event.type === 'edit' ? { ...event, text: rare(event.text, index) } : event,
  );
  return { events: sung, canaries };
}

/** Everything the engine gives away to be kept or carried out, after every step. */
function* givenAway(events: readonly Heard[], reader?: Reader): Generator<string> {
  const their = couple(reader ? { reader } : {});
  for (const event of events) {
    their.hear(event);
    yield JSON.stringify([their.session.state, their.effects]);
  }
  their.sleepUntil((events.at(-1)?.at ?? 0) + 3 * DAY);
  yield JSON.stringify([their.session.state, their.effects]);
}

const spellings = (word: string) => [
  word,
  Buffer.from(word).toString('hex'),
  Buffer.from(word).toString('base64').replace(/=+$/, ''),
];

function leaks(given: Iterable<string>, canaries: readonly string[]): readonly string[] {
  const forms = canaries.flatMap(spellings);
  return [...given].flatMap((json) => forms.filter((form) => json.includes(form)));
}

/** Words of a chat that are no labels of Nod's own. */
const plainWords = (events: readonly Heard[]) =>
  events
    .flatMap((event) => ('text' in event ? event.text.toLowerCase().split(/[^a-z]+/) : []))
    .filter((word) => word.length >= 6 && !LABELS.has(word));
const LABELS: ReadonlySet<string> = new Set(['listen', 'listening', 'everything', 'promise']);

describe('state and effects', () => {
  it('never hold a word of what was said', () => {
    fc.assert(
      fc.property(chats({ risk: "i don't want to live anymore" }), (drawn) => {
        const { events, canaries } = withCanaries(drawn);

        expect(leaks(givenAway(events), canaries)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('never hold a longer word of it, canary or not', () => {
    const events = [
      say('ana', '14:00', 'yesterday was dreadful, i feel worthless and frightened'),
      say('ben', '14:05', 'downstairs with the neighbours, talk tonight properly'),
    ];

    expect(plainWords(events).length).toBeGreaterThan(5);
    expect(leaks(givenAway(events), plainWords(events))).toEqual([]);
  });

  it('are searched well: a reader that leaks is found', () => {
    const leaky: Reader = (said, context) => {
      const reading = READER(said, context);
      return reading.bid ? { ...reading, bid: { ...reading.bid, because: [said.text] } } : reading;
    };
    const { events, canaries } = withCanaries([say('ana', '14:00', NEWS), say('ben', '14:05', 'ok')]);

    expect(leaks(givenAway(events, leaky), canaries)).toContain(canaries[0]);
    expect(leaks([JSON.stringify({ x: Buffer.from(canaries[1] ?? '').toString('hex') })], canaries)).toHaveLength(1);
  });
});
