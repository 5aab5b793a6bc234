import { readdirSync, readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { durationText } from '../../src/cli/describe.ts';
import { type Played, play } from '../../src/cli/play.ts';
import { hintOf } from '../../src/coach/hints/catalogue.ts';
import { BID_KINDS } from '../../src/domain/bid.ts';
import {
  type BidResponse,
  ENERGIES,
  GOOD_NEWS_STYLES,
  REPAIR_STYLES,
  TURNS,
  VULNERABILITY_STYLES,
} from '../../src/domain/bid-response.ts';
import { NOTICES, type Nudge, REASONS, type Whisper } from '../../src/domain/nudge.ts';
import { HARSHNESS_KINDS, RISK_KINDS } from '../../src/domain/reading.ts';
import type { Trace } from '../../src/engine/effects.ts';
import { type Expected, type GoldenChat, readGoldenChat, type Whispered } from '../support/golden-chat.ts';
import { SHIPPED } from '../support/shipped.ts';

/** Notices that a chat brings about by itself; a renewal comes of time alone. */
const OCCASIONS = NOTICES.filter((reason) => reason !== 'renewal');

const FOLDER = new URL('./chats/', import.meta.url);

type Heard = Extract<Trace, { saw: 'reading' }>;

/** Every word Nod could say about a message, so that an expectation can name any of them. */
function wordsOf({ reading, unread }: Heard): readonly string[] {
  const { bid, harshness, risk, tender } = reading;
  const heard = [
    unread && 'unread',
    bid?.kind,
    harshness && `harsh ${harshness.kind}`,
    risk && `risk ${risk.kind}`,
    tender && 'tender',
  ];
  const words = heard.filter((word): word is string => typeof word === 'string');
  return words.length === 0 ? ['none'] : words;
}

function responseWords(response: BidResponse | undefined): readonly string[] {
  if (!response) return ['counts nowhere'];
  const latency = 'latency' in response ? response.latency : undefined;
  const timed = latency
    ? [durationText(latency.latencySeconds), `${durationText(latency.availableSeconds)} available`]
    : ['undated'];
  const styled = ['energy' in response && response.energy, 'style' in response && response.style];
  const parts = [response.turn, ...styled, ...timed];
  return parts.filter((word): word is string => typeof word === 'string');
}

/** The claimed wish where the hint fulfils it; else the list that the hint is from. */
function sayHint(id: string, claim: string): string {
  const { low = [], celebrate = [] } = hintOf(id) ?? {};
  return [...low, ...celebrate].some((wish) => wish === claim) ? claim : id.replace(/\/.*/, '');
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
    if (trace.saw === 'reading' && burst.includes(trace.message)) for (const word of wordsOf(trace)) words.add(word);
    if (trace.saw !== 'response') continue;
    if (burst.includes(trace.bid.messages[0] ?? '')) replace(became, responseWords(trace.response));
    if (isAct(trace, burst, event)) for (const word of responseWords(trace.response)) words.add(word);
  }
  if (became.size === 0) became.add('counts nowhere'); // never opened as a bid
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

/** Every whisper and every word with an answer, in order of time, with what is claimed of its hint. */
function whispersOf(golden: GoldenChat, played: Played): readonly Whispered[] {
  const unasked = played.effects.flatMap((effect): readonly Whisper[] => {
    if (effect.do === 'nudge') return [effect.nudge];
    return effect.do === 'notice' ? [effect.notice] : [];
  });
  const withAnswers = played.changes.flatMap(({ by, at, change }) =>
    change.do === 'told-unread' ? [{ to: by, at, reason: 'unread' }] : [],
  );
  const all = [...unasked, ...withAnswers].sort((one, other) => one.at - other.at);
  return all.map((one, index) => {
    const told = `${toldAt(golden, played, one)} ${one.reason}`;
    const claim = golden.whispers[index]?.hints;
    return claim !== undefined && 'hint' in one ? { told, hints: sayHint(one.hint, claim) } : { told };
  });
}

const takenBackOf = (golden: GoldenChat, played: Played) =>
  played.takenBack.map(({ nudge, at }) => toldAt(golden, played, { to: nudge.to, at }));

/** Day and time on Ana's clock, and who was told. */
function toldAt({ chat }: GoldenChat, played: Played, { to, at }: Pick<Nudge, 'to' | 'at'>): string {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(chat.partners[0].zone);
  const person = played.members.find((member) => member.id === to)?.person;
  return `${local.toPlainDate()} ${local.toPlainTime().toString({ smallestUnit: 'minute' })} ${person}`;
}

const CHATS = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.chat'))
  .sort()
  .map((file) => {
    const source = readFileSync(new URL(file, FOLDER), 'utf8');
    return { file, source, golden: readChat(file, source) };
  });

/** A line that cannot be read stops all of them, so the failure says in which file it is. */
function readChat(file: string, source: string): GoldenChat {
  try {
    return readGoldenChat(source);
  } catch (cause) {
    throw new Error(`${file}: ${(cause as Error).message}`, { cause });
  }
}

describe('golden chats', () => {
  for (const { file, source, golden } of CHATS) {
    it(`${golden.chat.title} (${file})`, async () => {
      const played = await play(golden.chat, SHIPPED, golden.options);

      for (const one of golden.expected) {
        const { words, became } = seen(played, golden, one);
        const about = `${one.line}\n\n${source}\nNod saw: ${[...words].join(', ')}; ${[...became].join(', ')}`;
        expect([...words], about).toEqual(expect.arrayContaining([...one.words]));
        expect([...became], about).toEqual(expect.arrayContaining([...one.became]));
      }
      expect(whispersOf(golden, played), source).toEqual(golden.whispers);
      expect(takenBackOf(golden, played), source).toEqual(expect.arrayContaining([...golden.takenBack]));
    });
  }

  it('name every label of the annotation guide', () => {
    const named = new Set(
      CHATS.flatMap(({ golden }) => golden.expected.flatMap((one) => [...one.words, ...one.became])),
    );

    const labels = [
      ...BID_KINDS,
      ...HARSHNESS_KINDS.map((kind) => `harsh ${kind}`),
      ...RISK_KINDS.map((kind) => `risk ${kind}`),
      ...['tender', 'none', ...TURNS, ...ENERGIES],
      ...[...GOOD_NEWS_STYLES, ...VULNERABILITY_STYLES, ...REPAIR_STYLES],
    ];
    expect(labels.filter((label) => !named.has(label))).toEqual([]);
  });

  it('show every reason to whisper and everything else that is sent unasked', () => {
    const shown = CHATS.flatMap(({ golden }) => golden.whispers.map(({ told }) => told.split(' ').at(-1)));

    expect([...REASONS, ...OCCASIONS].filter((reason) => !shown.includes(reason))).toEqual([]);
  });

  it('have a title each of their own, and a name that says it', () => {
    const titles = CHATS.map(({ golden }) => golden.chat.title);

    expect(titles.filter((title, index) => title === '' || titles.indexOf(title) !== index)).toEqual([]);
    expect(CHATS.filter(({ file }) => !/^[a-z0-9-]+\.chat$/.test(file))).toEqual([]);
  });
});
