import type { PartnerSettings, Span } from '../src/domain/dyad.ts';
import { messageId, personId } from '../src/domain/ids.ts';
import { everythingOn } from '../src/domain/settings.ts';
import { DAY, type Instant, SECOND } from '../src/domain/time.ts';
import type { EngineOptions } from '../src/engine/draft.ts';
import type { SessionParts } from '../src/engine/session.ts';
import { type Agenda, createAgenda } from './agenda.ts';
import type { Chosen, Chronicle, PersonTruth, Told, TrueAct, TrueBid, Who } from './chronicle.ts';
import type { Couple } from './couples.ts';
import { createFate, type Fate } from './dice.ts';
import type { Topic } from './lines/topic.ts';
import { createNod, type Nod, whoIs } from './nod.ts';
import type { Person } from './people.ts';

/** A couple's life under way: who says what and when, and the chronicle of it. */
export interface Life {
  readonly couple: Couple;
  readonly fate: Fate;
  readonly agenda: Agenda;
  readonly nod: Nod;
  readonly truth: GrowingChronicle;
  /** How many whispers helped each, which makes them likelier to answer by themselves. */
  readonly habits: Record<Who, number>;
  /** Away from everything: no phone, no answers. */
  readonly gone: Record<Who, Span[]>;
  /** Where a topic was said, so that one can come back to it. */
  readonly topics: Map<GrowingBid, { readonly topic: Topic; readonly thing: string }>;
  now: Instant;
  /** Who spoke last, and until when. */
  floor: { readonly by: Who | 'stranger'; readonly until: Instant };
  /** What is to be done about each whisper, by its number. */
  readonly toldBySeq: Map<number, Told>;
  /** Called with each whisper as it goes out. */
  mind: (told: Told, seq: number) => void;
  /** How many bids Nod heard as one, of whatever kind. */
  heard: Set<string>;
}

type Growing<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };
export type GrowingBid = Growing<TrueBid> & { acts: TrueAct[] };
export type GrowingChronicle = Growing<Omit<Chronicle, 'people' | 'bids'>> & {
  readonly people: Readonly<Record<Who, Growing<PersonTruth>>>;
  readonly bids: GrowingBid[];
};

export interface LifeTerms {
  readonly couple: Couple;
  readonly seed: number;
  readonly startedAt: Instant;
  readonly parts: Pick<SessionParts, 'reader' | 'pairer'>;
  readonly options: EngineOptions;
  /** Tells Nod something else than the people chose, for tests of the judge. */
  readonly tellNod?: (settings: PartnerSettings) => PartnerSettings;
}

export const BOTH = ['ana', 'ben'] as const;
/** Between two messages of one burst, and after it before the same person's next: 90 s part utterances. */
const WITHIN_BURST = { least: 3 * SECOND, most: 25 * SECOND };
const AFTER_BURST = 95 * SECOND;

export function beginLife(terms: LifeTerms): Life {
  const { couple, seed, startedAt, parts, options, tellNod = (settings) => settings } = terms;
  const settings = { ana: settingsOf(couple.ana), ben: settingsOf(couple.ben) };
  const truth: GrowingChronicle = {
    ...{ startedAt, lines: [], bids: [], strains: [], mended: [], daysOff: [], whispers: [] },
    people: { ana: newTruth(couple.ana, settings.ana, startedAt), ben: newTruth(couple.ben, settings.ben, startedAt) },
  };
  const nodTerms = {
    ...{ title: `${couple.name} ${seed}`, startedAt, parts, options },
    settings: { ana: tellNod(settings.ana), ben: tellNod(settings.ben) },
  };
  const life: Life = {
    ...{ couple, truth, now: startedAt, floor: { by: 'ana', until: startedAt }, mind: () => {} },
    ...{ fate: createFate(seed), agenda: createAgenda(), habits: { ana: 0, ben: 0 }, gone: { ana: [], ben: [] } },
    ...{ topics: new Map(), toldBySeq: new Map(), heard: new Set<string>() },
    nod: createNod(nodTerms, {
      did(effect, at) {
        if (effect.do === 'nudge') noteWhisper(life, effect.nudge);
        const told = effect.do === 'retract' ? life.toldBySeq.get(effect.seq) : undefined;
        if (told) told.takenBackAt ??= at;
      },
      saw(trace) {
        if (trace.saw === 'reading' && trace.reading.bid) life.heard.add(trace.message);
      },
      drewDayOff() {
        truth.daysOff.push(life.now);
      },
    }),
  };
  return life;
}

function noteWhisper(life: Life, nudge: Parameters<typeof whisperOf>[0] & { readonly seq: number }): void {
  const told = whisperOf(nudge);
  life.truth.whispers.push(told);
  life.toldBySeq.set(nudge.seq, told);
  life.mind(told, nudge.seq);
}

function whisperOf({ to, about, reason, at }: Omit<Told['nudge'], 'to'> & { readonly to: number }): Told {
  return { nudge: { to: whoIs(to), about, reason, at } };
}

function settingsOf({ zone, quiet, away, coaching = true, reasons }: Person): PartnerSettings {
  return { ...everythingOn(zone), quiet, away, coaching, ...(reasons ? { reasons } : {}) };
}

function newTruth(of: Person, settings: PartnerSettings, at: Instant): GrowingChronicle['people'][Who] {
  return { chose: [chosen(settings, at)], busy: [], snoozed: [], off: [], tied: [], isBrief: of.warmth < 0.2 };
}

function chosen(settings: PartnerSettings, at: Instant): Chosen {
  const { zone, quiet, away, coaching, reasons, nudgesPerDay } = settings;
  return { at, zone, quiet, away, coaching, reasons, nudgesPerDay };
}

/** Somebody changes what they told Nod. */
export function choose(life: Life, who: Who, settings: Partial<PartnerSettings>): void {
  const { chose } = life.truth.people[who];
  chose.push({ ...(chose.at(-1) as Chosen), ...settings, at: life.now });
  life.nod.change(who, { do: 'settings', settings }, life.now);
}

/** Lets life go on until the instant; whatever is due first, happens first. */
export function live(life: Life, until: Instant): void {
  for (;;) {
    const next = Math.min(life.agenda.nextAt(), life.nod.nextAt());
    if (next > until) return;
    life.now = next;
    if (life.agenda.nextAt() <= next) life.agenda.take()?.act();
    else life.nod.wake();
  }
}

export interface Spoken {
  readonly ids: readonly string[];
  readonly startedAt: Instant;
  readonly endedAt: Instant;
}

/** Somebody says something as soon as the other is not in the middle of something; a newline parts messages. */
export function say(life: Life, by: Who | 'stranger', text: string, replyTo?: string): Spoken {
  const { floor, fate } = life;
  const startedAt = Math.max(life.now, floor.until + (floor.by === by ? AFTER_BURST : 2 * SECOND));
  let at = startedAt;
  const ids: string[] = [];
  for (const [index, message] of text.split('\n').entries()) {
    if (index > 0) at += Math.round(fate.between(WITHIN_BURST.least, WITHIN_BURST.most));
    ids.push(sayOne(life, { by, at, text: message, ...(index === 0 && replyTo ? { replyTo } : {}) }));
  }
  life.floor = { by, until: at };
  return { ids, startedAt, endedAt: at };
}

interface OneLine {
  readonly by: Who | 'stranger';
  readonly at: Instant;
  readonly text: string;
  readonly replyTo?: string;
}

function sayOne(life: Life, { by, at, text, replyTo }: OneLine): string {
  const { lines } = life.truth;
  const id = String(1_000_000 + lines.length);
  lines.push({ id, at, by, text, ...(replyTo ? { replyTo } : {}) });
  const event = { type: 'message' as const, at, by: personId(by), id: messageId(id), text, attachments: [] };
  life.agenda.put(at, () => life.nod.hear({ ...event, ...(replyTo ? { replyTo: messageId(replyTo) } : {}) }));
  return id;
}

export function react(life: Life, by: Who, { target, emoji }: { target: string; emoji: string }): void {
  life.nod.hear({ type: 'reaction', at: life.now, by: personId(by), target: messageId(target), emoji });
}

/** A fortnight and the like, in days of the simulation. */
export const dayAt = (life: Life, day: number): Instant => life.truth.startedAt + day * DAY;
