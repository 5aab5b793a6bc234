import { createReader } from '../../src/detect/reader.ts';
import type { Pairer } from '../../src/domain/bid-response.ts';
import type { ChatEvent } from '../../src/domain/chat-event.ts';
import type { DyadState } from '../../src/domain/dyad.ts';
import { type MessageId, messageId, type PersonId, personId } from '../../src/domain/ids.ts';
import type { Moment } from '../../src/domain/moment.ts';
import type { Attachment, Reader } from '../../src/domain/reading.ts';
import type { Instant } from '../../src/domain/time.ts';
import type { SaidMessage } from '../../src/domain/utterance.ts';
import { admit, type ConsentedEvent, type Members } from '../../src/engine/door.ts';
import type { EngineOptions } from '../../src/engine/draft.ts';
import type { Effect, Trace } from '../../src/engine/effects.ts';
import { createSession, type Session } from '../../src/engine/session.ts';
import type { Step } from '../../src/engine/step.ts';
import { createPairer } from '../../src/pair/pairer.ts';
import { ANA, BEN, dyadState, when } from '../support/dyad-state.ts';

/** A couple at the engine's own door: real reader, real pairer, and everything that came of the events kept. */

export const PERSON = { ana: personId('ana'), ben: personId('ben') } as const;
export type Who = keyof typeof PERSON;
export const MEMBERS: Members = [
  { id: ANA, person: PERSON.ana },
  { id: BEN, person: PERSON.ben },
];
export const READER = createReader();
const PAIRER = createPairer();

/** News nobody can mistake, and the ways to pass it by and to answer it that these tests use. */
export const NEWS = "i got the job!!! i'm so happy 🎉";
export const WORRY = 'today was awful, i feel so low';
export const PASSES_BY = 'did you move the car?';
export const REJOICES = 'you got the job!! congratulations!!';

/** `at('14:05')` on that Wednesday, `at('14:05:30')`, or `at('27 09:00')` on another day of November 2026. */
export function at(time: string): Instant {
  const [day, clock] = time.includes(' ') ? time.split(' ') : ['25', time];
  return when(`2026-11-${day}T${clock}`);
}

export type Heard = ChatEvent<PersonId>;

export function say(
  who: Who,
  time: string,
  text: string,
  more: { readonly id?: string; readonly replyTo?: string; readonly attachments?: readonly Attachment[] } = {},
): Heard {
  const { id = `${who}-${time}`, replyTo, attachments = [] } = more;
  const reference = replyTo === undefined ? {} : { replyTo: messageId(replyTo) };
  return { type: 'message', at: at(time), by: PERSON[who], id: messageId(id), text, attachments, ...reference };
}

export function react(who: Who, time: string, target: string, emoji = '❤️'): Heard {
  return { type: 'reaction', at: at(time), by: PERSON[who], target: messageId(target), emoji };
}

export function unreact(who: Who, time: string, target: string, emoji = '❤️'): Heard {
  return { type: 'unreaction', at: at(time), by: PERSON[who], target: messageId(target), emoji };
}

export function edit(time: string, target: string, text: string): Heard {
  return { type: 'edit', at: at(time), target: messageId(target), text };
}

export function remove(time: string, target: string): Heard {
  return { type: 'delete', at: at(time), target: messageId(target) };
}

export interface Couple {
  readonly session: Session;
  readonly effects: Effect[];
  readonly trace: Trace[];
  /** Lets the events happen one after the other; between them every wake that is due. */
  hear(...events: readonly Heard[]): void;
  /** One event, without a wake on the way, as a process that was off reads it. */
  feedOnly(event: Heard): void;
  /** What the platform would give back of the messages the state holds. */
  recall(): readonly SaidMessage[];
  /** Lets time pass, waking whenever something is due. */
  sleepUntil(until: Instant): void;
  /** Lets time pass without a wake on the way, as a process that was off does. */
  wakeOnce(at: Instant): void;
  moments(): readonly Moment[];
  /** What became of the bids, newest last; `nowhere` for one that counts nowhere. */
  turns(): readonly string[];
  nudges(): readonly string[];
}

interface CoupleParts {
  readonly state?: DyadState;
  readonly options?: Partial<EngineOptions>;
  readonly chance?: (key: string) => number;
  readonly reader?: Reader;
  readonly pairer?: Pairer;
}

const dayAndMinute = (instant: Instant) => new Date(instant + 3_600_000).toISOString().slice(8, 16).replace('T', ' ');

export function couple({
  state = dyadState({ time: at('08:00') }),
  options,
  chance,
  reader,
  pairer,
}: CoupleParts = {}): Couple {
  const session = createSession(state, {
    reader: reader ?? READER,
    pairer: pairer ?? PAIRER,
    chance: chance ?? (() => 0.5),
    options: { quietStart: false, daysOff: false, ...options },
  });
  const effects: Effect[] = [];
  const trace: Trace[] = [];
  const channel = new Map<MessageId, SaidMessage>();

  function post(event: ConsentedEvent): void {
    if (event.type === 'message') channel.set(event.id, event);
    if (event.type === 'delete') channel.delete(event.target);
    const edited = event.type === 'edit' ? channel.get(event.target) : undefined;
    if (edited && event.type === 'edit') channel.set(event.target, { ...edited, text: event.text });
  }

  function feed(event: Heard): void {
    const admitted = admit(event, MEMBERS, session.state);
    if (!admitted) return;
    post(admitted);
    take(session.feed(admitted, event.at));
  }

  function take(step: Step): void {
    effects.push(...step.effects);
    trace.push(...step.trace);
  }

  function sleepUntil(until: Instant): void {
    for (let due = session.state.wakeAt; due !== undefined && due <= until; due = session.state.wakeAt) {
      take(session.feed({ type: 'wake', at: due }, due));
    }
  }

  return {
    session,
    effects,
    trace,
    hear(...events) {
      for (const event of events) {
        sleepUntil(event.at);
        feed(event);
      }
    },
    feedOnly: feed,
    recall: () => session.held().flatMap((id) => channel.get(id) ?? []),
    sleepUntil(until) {
      sleepUntil(until);
      take(session.feed({ type: 'wake', at: until }, until));
    },
    wakeOnce(instant) {
      take(session.feed({ type: 'wake', at: instant }, instant));
    },
    moments: () => effects.flatMap((effect) => (effect.do === 'record' ? [effect.moment] : [])),
    turns: () => trace.flatMap((one) => (one.saw === 'response' ? [one.response?.turn ?? 'nowhere'] : [])),
    nudges: () =>
      effects.flatMap((effect) => {
        if (effect.do === 'nudge')
          return [`${dayAndMinute(effect.nudge.at)} ${effect.nudge.reason} to ${effect.nudge.to}`];
        return effect.do === 'retract' ? ['taken back'] : [];
      }),
  };
}
