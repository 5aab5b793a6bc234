import { readdirSync, readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { durationText } from '../../src/cli/describe.ts';
import { type Played, play } from '../../src/cli/play.ts';
import { createReader } from '../../src/detect/reader.ts';
import type { BidResponse } from '../../src/domain/bid-response.ts';
import type { Reading } from '../../src/domain/reading.ts';
import type { Trace } from '../../src/engine/effects.ts';
import { createPairer } from '../../src/pair/pairer.ts';
import { type Expected, type GoldenChat, readGoldenChat } from '../support/golden-chat.ts';

const FOLDER = new URL('./chats/', import.meta.url);
const PARTS = { reader: createReader(), pairer: createPairer() };

/** Every word Nod could say about a message, so that an expectation can name any of them. */
function wordsOf(reading: Reading): readonly string[] {
  const { bid, harshness, risk, tender } = reading;
  const heard = [bid?.kind, harshness && `harsh ${harshness.kind}`, risk && `risk ${risk.kind}`, tender && 'tender'];
  const words = heard.filter((word): word is string => typeof word === 'string');
  return words.length === 0 ? ['none'] : words;
}

function responseWords(response: BidResponse | undefined): readonly string[] {
  if (!response) return ['counts nowhere'];
  const timed = 'latency' in response && response.latency ? durationText(response.latency.latencySeconds) : 'undated';
  const parts = [response.turn, 'energy' in response && response.energy, 'style' in response && response.style, timed];
  return parts.filter((word): word is string => typeof word === 'string');
}

type Answered = Extract<Trace, { saw: 'response' }>;

/** What Nod saw about the event of the line. */
function seen(
  played: Played,
  { chat }: GoldenChat,
  { event: id }: Expected,
): { words: Set<string>; became: Set<string> } {
  const words = new Set<string>();
  const became = new Set<string>();
  const burst = burstOf(chat, id);
  const event = chat.events.find((one) => one.id === id)?.event;
  for (const trace of played.trace) {
    if (trace.saw === 'reading' && burst.includes(trace.message))
      for (const word of wordsOf(trace.reading)) words.add(word);
    if (trace.saw !== 'response') continue;
    if (burst.includes(trace.bid.messages[0] ?? '')) replace(became, responseWords(trace.response));
    if (isAct(trace, burst, event)) for (const word of responseWords(trace.response)) words.add(word);
  }
  return { words, became };
}

function isAct(
  { act }: Answered,
  burst: readonly string[],
  event: GoldenChat['chat']['events'][number]['event'] | undefined,
) {
  if (!act || !event) return false;
  if (event.type === 'reaction') return act.event === event.target && act.emoji === event.emoji;
  if (event.type === 'voice-join') return act.event === 'voice-join' && act.at === event.at;
  return act.emoji === undefined && burst.includes(act.event);
}

function replace(set: Set<string>, words: readonly string[]): void {
  set.clear();
  for (const word of words) set.add(word);
}

/** Ids of the messages around this one by the same person; expectations may stand on any line of a burst. */
function burstOf(chat: GoldenChat['chat'], id: string): readonly string[] {
  const messages = chat.events.flatMap(({ event }) => (event.type === 'message' ? [event] : []));
  const index = messages.findIndex((message) => message.id === id);
  const own = messages[index];
  if (!own) return [];
  let first = index;
  let last = index;
  const joined = (a: number, b: number) =>
    messages[a]?.by === own.by &&
    messages[b]?.by === own.by &&
    (messages[b]?.at ?? 0) - (messages[a]?.at ?? 0) <= 90_000;
  while (joined(first - 1, first)) first -= 1;
  while (joined(last, last + 1)) last += 1;
  return messages.slice(first, last + 1).map((message) => message.id);
}

function whispersOf({ chat }: GoldenChat, played: Played): readonly string[] {
  const zone = chat.partners[0].zone;
  return played.nudges.map(({ nudge }) => {
    const at = Temporal.Instant.fromEpochMilliseconds(nudge.at).toZonedDateTimeISO(zone);
    const to = played.members.find((member) => member.id === nudge.to)?.person;
    return `${at.toPlainDate()} ${at.toPlainTime().toString({ smallestUnit: 'minute' })} ${to} ${nudge.reason}`;
  });
}

describe('golden chats', () => {
  for (const file of readdirSync(FOLDER)
    .filter((name) => name.endsWith('.chat'))
    .sort()) {
    const source = readFileSync(new URL(file, FOLDER), 'utf8');
    const golden = readGoldenChat(source);

    it(`${golden.chat.title} (${file})`, () => {
      const played = play(golden.chat, PARTS, { quietStart: false, daysOff: false });

      for (const one of golden.expected) {
        const { words, became } = seen(played, golden, one);
        const about = `${one.line}\n\n${source}\nNod saw: ${[...words].join(', ')}; ${[...became].join(', ')}`;
        expect([...words], about).toEqual(expect.arrayContaining([...one.words]));
        expect([...became], about).toEqual(expect.arrayContaining([...one.became]));
      }
      expect(whispersOf(golden, played), source).toEqual(golden.whispers);
    });
  }
});
