import { loadReaders } from '../../../src/cli/load-reader.ts';
import type { BidResponse } from '../../../src/domain/bid-response.ts';
import type { MessageId } from '../../../src/domain/ids.ts';
import type { Moment } from '../../../src/domain/moment.ts';
import { isNudge } from '../../../src/domain/nudge.ts';
import type { Reading } from '../../../src/domain/reading.ts';
import { DAY, HOUR, type Instant, MINUTE } from '../../../src/domain/time.ts';
import type { Trace } from '../../../src/engine/effects.ts';
import type { Judge } from '../../../src/ports/judge.ts';
import { createDice } from '../../../training/dice.ts';
import { settle } from '../../support/clock.ts';
import { ANA, BEN, CHANNEL, openCouple, type Stage } from '../../support/runner-stage.ts';
import { type ChatStep, weekOfChat } from '../week-of-chat.ts';

/** A week of one couple, played through the whole of Nod, with or without a judge; both want everything that it offers. */

const READERS = loadReaders();
const PERSON = { ana: ANA, ben: BEN } as const;
/** From that Monday evening to the next morning, when nobody's quiet hours are left. */
const TO_MORNING = 15 * HOUR;

/** What is left of a week. */
export interface Week {
  /** What Nod heard in each utterance, by its first message. */
  readonly readings: ReadonlyMap<MessageId, Reading>;
  /** The bid's own reading by the number under which its deposit is written down. */
  readonly heard: ReadonlyMap<number, Reading>;
  /** Deposits as they rest, by number. */
  readonly moments: ReadonlyMap<number, Moment>;
  /** How each bid was answered, by its number. */
  readonly answers: ReadonlyMap<number, BidResponse>;
  /** Nudges that went out: to whom, about which bid. */
  readonly nudges: ReadonlySet<string>;
  /** How often a judge was asked, and what it said was taken; and of a reply alone. */
  readonly opinions: number;
  readonly doubts: number;
}

/** A judge that the clock waits for, unless it hangs: what it says comes while time stands still. */
export function waitedFor(judge: Judge): Judge & { idle(): Promise<void> } {
  const underWay = new Set<Promise<unknown>>();
  const noted = <T>(asked: Promise<T>): Promise<T> => {
    underWay.add(asked);
    return asked.finally(() => underWay.delete(asked));
  };
  return {
    where: judge.where,
    host: judge.host,
    read: (...question) => noted(judge.read(...question)),
    pair: (...question) => noted(judge.pair(...question)),
    spent: judge.spent,
    close: judge.close,
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}

/** Makes the steps of a week from its first hour. */
export type Plot = (from: Instant) => readonly ChatStep[];

/** Everyday scenes, most of them answered. */
export const everyday =
  (seed: number): Plot =>
  (from) =>
    weekOfChat(seed, from);

const REACHING = [
  ['guess what', 'I GOT IT', '🎉'],
  ['they said yes to my draft!!'],
  ["i got the job!!! i'm so happy 🎉"],
  ['today was awful, i feel so low'],
  ['miss your face'],
  ['movie tonight?'],
];
const SPEAKING_PAST = [
  'did you move the car?',
  'on the bus',
  'in a meeting, want to hear it tonight',
  'home in ten',
  'nice',
];

/** Scenes that the rules would often whisper about, far more of them than anybody may be whispered to. */
export const pastEachOther =
  (seed: number): Plot =>
  (from) => {
    const dice = createDice(seed);
    const pick = <T>(all: readonly T[]): T => all[Math.floor(dice() * all.length)] as T;
    const scenes = Array.from({ length: 7 * 5 }, (_, at) => from + Math.floor(at / 5) * DAY + (at % 5) * 150 * MINUTE);
    return scenes.flatMap((at) => {
      const [by, other] = dice() < 0.5 ? (['ana', 'ben'] as const) : (['ben', 'ana'] as const);
      const said = pick(REACHING).map((text, line) => ({ at: at + line * 20_000, by, does: 'say', text }) as const);
      const past = { at: at + 4 * MINUTE, by: other, does: 'say', text: pick(SPEAKING_PAST) } as const;
      return dice() < 0.8 ? [...said, past] : said;
    });
  };

const LIKE_ANSWERS = [
  'great stuff, whatever',
  'great, finally some money',
  'congrats i guess',
  'great i suppose',
  'congrats, whatever',
];

/** Good news that gets answers which may be none, one of them with more said after it, one cut short by the other. */
export const barelyAnswered: Plot = (from) =>
  LIKE_ANSWERS.flatMap((text, day) => {
    const at = from + day * DAY;
    const later = (minutes: number, by: 'ana' | 'ben', line: string) =>
      ({ at: at + minutes * MINUTE, by, does: 'say', text: line }) as const;
    return [
      later(0, 'ana', "i got the job!!! i'm so happy 🎉"),
      later(4, 'ben', text),
      later(200, 'ben', 'i won the race today!! 🎉'),
      later(204, 'ana', text),
      later(204.5, 'ana', 'so proud of you!!'),
      later(400, 'ana', 'they took the draft, all of it'),
      later(404, 'ben', text),
      later(404.1, 'ana', 'on the bus'),
    ];
  });

/** Plays such a week; `idle` is waited for before time moves on. */
export async function playWeek(plot: Plot, judge?: Judge, idle: () => Promise<void> = settle): Promise<Week> {
  const trace: Trace[] = [];
  const stillness = async () => {
    await settle();
    await idle();
    await settle();
  };
  const stage = await openCouple({
    ...READERS,
    reader: () => READERS.reader,
    ...(judge ? { judge } : {}),
    onTrace: (seen) => void trace.push(...seen),
    afterEachWake: stillness,
  });
  const settings = { judge: 'local', judgeVulnerable: true } as const;
  for (const person of [ANA, BEN]) await stage.change(person, { do: 'settings', settings });
  for (const step of plot(stage.clock.now() + TO_MORNING)) {
    await stage.clock.advanceTo(step.at);
    await act(stage, step);
    await stillness();
  }
  await stage.clock.advance(3 * DAY); // every window is closed, every card deleted
  await stage.nod.stop();
  return weekIn(stage, trace);
}

async function act({ said, listener, say, clock }: Stage, step: ChatStep): Promise<void> {
  const by = PERSON[step.by];
  if (step.does === 'say') return say(by, step.text);
  const ofThem = step.does === 'edit';
  const target = said.findLast((one) => (one.by === by) === ofThem)?.id;
  if (!target) return;
  const at = clock.now();
  if (step.does === 'edit') listener.heard(CHANNEL, { type: 'edit', at, target, text: step.text }, undefined);
  else listener.heard(CHANNEL, { type: 'reaction', at, by, target, emoji: step.emoji }, undefined);
}

function weekIn({ batches }: Stage, trace: readonly Trace[]): Week {
  const read = trace.filter((one) => one.saw === 'reading');
  const rows = batches.flatMap(({ outbox }) => outbox);
  const sent = rows.filter(({ status, whisper }) => status === 'sent' && isNudge(whisper));
  const opened = read.flatMap(({ bidSeq, reading }) => (bidSeq === undefined ? [] : [[bidSeq, reading] as const]));
  return {
    readings: new Map(read.map(({ message, reading }) => [message, reading])),
    heard: new Map(opened),
    answers: new Map(
      trace.flatMap((one) => (one.saw === 'response' && one.response ? [[one.bid.seq, one.response]] : [])),
    ),
    moments: new Map(batches.flatMap(({ moments }) => moments.map(({ moment }) => [moment.seq, moment]))),
    nudges: new Set(sent.flatMap(({ whisper }) => (isNudge(whisper) ? [`${whisper.bidSeq} to ${whisper.to}`] : []))),
    opinions: trace.filter((one) => one.saw === 'opinion').length,
    doubts: trace.filter((one) => one.saw === 'opinion' && one.reply).length,
  };
}
