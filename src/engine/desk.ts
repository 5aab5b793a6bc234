import type { ChatEvent } from '../domain/chat-event.ts';
import type { LedgerEntry } from '../domain/consent.ts';
import type { DyadState } from '../domain/dyad.ts';
import type { PartnerId, PersonId } from '../domain/ids.ts';
import type { Moment } from '../domain/moment.ts';
import { type Instant, MINUTE } from '../domain/time.ts';
import type { Change } from '../ports/command.ts';
import type { Encoder } from '../ports/encoder.ts';
import type { DyadRow } from '../ports/store.ts';
import { apply, type ChangeContext, type OwnChange } from './apply.ts';
import type { Opinion } from './asking.ts';
import { admit, type ConsentedEvent, type Members } from './door.ts';
import type { Effect, Trace } from './effects.ts';
import { createQueue, type Queue } from './queue.ts';
import { createSession, type Session, type SessionParts } from './session.ts';
import { isTimeless } from './set-back.ts';
import { later } from './spans.ts';
import type { Wake } from './step.ts';
import { withVector } from './vectors.ts';

/** A live event, with what tells it from a repeat. */
export interface LiveEvent {
  readonly event: ChatEvent<PersonId>;
  readonly dedupe: string | undefined;
}

/** What a couple's steps have made and no transaction has saved yet. */
export interface Unsaved {
  events: number;
  moments: Moment[];
  ledger: { readonly partner: PartnerId; readonly entry: LedgerEntry }[];
}

/** One couple at work: its session, its queue, and what is not saved yet. */
export interface Desk {
  readonly row: DyadRow;
  readonly members: Members;
  readonly session: Session;
  /**
   * `behind`: the connection is gone or history is being read, so what is out there is not known yet: time
   * stands still and nothing may be sent.
   */
  reading: 'live' | 'behind';
  /** People besides the two and Nod who can read the channel, once somebody looked. */
  readers: number | undefined;
  /** Of what is to be read not all will have been told: what no history holds of it, such as calls, nobody heard. */
  missed: boolean;
  /** A catch-up waits in the queue. */
  readQueued: boolean;
  /** Stop catch-ups that wait or are under way. */
  readonly readings: Set<AbortController>;
  unsaved: Unsaved | undefined;
  /** The couple's one queue. */
  readonly enqueue: Queue;
  /**
   * Feeds one event of the chat, with the vector of its words; a repeat or a stranger's is dropped unread. So is
   * one whose vector came only after a switch went off, or after the signal said that nobody waits for it.
   */
  hear(live: LiveEvent, now: () => Instant, signal?: AbortSignal): Promise<void>;
  /** Gives words that were said before their vectors. */
  readonly encoder: Encoder;
  /** Lets time alone act, as of `at`. */
  wake(at: Instant, now: Instant): void;
  /** Takes a judge's opinion. */
  opine(opinion: Opinion, now: Instant): void;
  /** Lets everything happen that was due by then, each at its own time. */
  passTime(until: Instant): void;
  change(asked: Change | OwnChange, context: ChangeContext): void;
  /** Goes on as the couple that the store has left after one of them was forgotten; nothing of theirs is kept. */
  reseat(left: DyadRow & { readonly state: DyadState }, gone: PartnerId): void;
}

/** What a desk works with; the encoder stands at its edge, in front of the steps. */
export interface DeskParts extends SessionParts {
  readonly encoder: Encoder;
}

/** What a desk does with what its steps made. */
export interface DeskOutlets {
  carryOut(desk: Desk, effect: Effect): void;
  /** Only the demonstration looks at what a step saw; elsewhere it is thrown away. */
  readonly onTrace: ((trace: readonly Trace[]) => void) | undefined;
  /** A step failed in a way nobody foresaw. */
  onSurprise(error: unknown): void;
}

/** Repeats come within a session's resume or one catch-up; this many are remembered. Our choice. */
const REMEMBERED_EVENTS = 2_000;

export function createDesk(
  row: DyadRow & { readonly state: DyadState },
  { encoder, ...parts }: DeskParts,
  { carryOut, onTrace, onSurprise }: DeskOutlets,
): Desk {
  const session = createSession(row.state, parts);
  const heard = createMemory();
  let seated: DyadRow = row;

  function takeEffects(effects: readonly Effect[]): void {
    desk.unsaved ??= { events: 0, moments: [], ledger: [] };
    desk.unsaved.events += 1;
    for (const effect of effects) {
      if (effect.do === 'record') desk.unsaved.moments.push(effect.moment);
      else if (effect.do === 'ledger') desk.unsaved.ledger.push(lineOf(effect));
      else carryOut(desk, effect);
    }
  }

  function lineOf({ partner, entry }: Extract<Effect, { do: 'ledger' }>): Unsaved['ledger'][number] {
    return { partner, entry: { ...entry, dyad: row.id } };
  }

  /** A surprise costs the one event, and the utterance it may lie in; never the couple's state or the process. */
  function feed(event: ConsentedEvent | Opinion | Wake, now: Instant): void {
    try {
      const { effects, trace } = session.feed(event, now);
      takeEffects(effects);
      onTrace?.(trace);
    } catch (error) {
      onSurprise(error);
      const { burst: _, wakeAt = 0, ...rest } = session.state;
      session.replace({ ...rest, early: [], wakeAt: Math.max(wakeAt, event.at + MINUTE) });
    }
  }

  function passTime(until: Instant, now: Instant): void {
    let last = Number.NEGATIVE_INFINITY;
    for (let due = session.state.wakeAt; due !== undefined && due <= until && due > last; due = session.state.wakeAt) {
      last = due;
      feed({ type: 'wake', at: due }, now);
    }
  }

  const desk: Desk = {
    get row() {
      return seated;
    },
    get members() {
      return seated.partners;
    },
    session,
    reading: 'live',
    readers: undefined,
    missed: false,
    readQueued: false,
    readings: new Set(),
    unsaved: undefined,
    enqueue: createQueue(),
    encoder,
    async hear({ event, dedupe }, now, signal) {
      const admitted = () =>
        signal?.aborted || heard.has(dedupe) ? undefined : admit(event, desk.members, session.state);
      const consented = admitted();
      if (!consented || isTimeless(session.state, event, now())) return;
      const read = await withVector(consented, { encoder, held: session.held });
      if (!admitted()) return; // encoding takes its time, in which consent may have gone
      heard.add(dedupe);
      if (desk.reading === 'behind') session.forgetTyping();
      passTime(read.at, now()); // apart from the event: what was over before it is not lost to a surprise in it
      feed(read, now());
    },
    wake(at, now) {
      feed({ type: 'wake', at }, now);
    },
    opine(opinion, now) {
      feed(opinion, now);
    },
    passTime: (until) => passTime(until, until),
    change(asked, context) {
      const { state, effects } = apply(session.state, asked, context);
      session.replace(state);
      takeEffects(effects);
      desk.wake(state.time, context.at); // plans anew what is due
    },
    reseat(left, gone) {
      seated = left;
      session.replace(left.state);
      if (!desk.unsaved) return;
      // Deposits that could not be saved so far would tell of single times of whoever is gone.
      desk.unsaved = {
        ...desk.unsaved,
        moments: [],
        ledger: desk.unsaved.ledger.filter((one) => one.partner !== gone),
      };
    },
  };
  return desk;
}

/** What a resumed session tells again; of a call it is known only that it was. */
export function toldAgain(desk: Desk, live: LiveEvent, now: Instant): LiveEvent | undefined {
  if (live.event.type === 'voice-join') noteUnheard(desk, now);
  return withoutTime(live, { at: desk.session.state.time, foundAt: now });
}

/** It carries no time but that of messages: what is told of them is undated and moves time no further, presence is gone. */
function withoutTime(live: LiveEvent, { at, foundAt }: { at: Instant; foundAt: Instant }): LiveEvent | undefined {
  const { event } = live;
  switch (event.type) {
    case 'typing':
    case 'voice-join':
      return undefined;
    case 'reaction':
      return { ...live, event: { ...event, at, foundAt } };
    case 'unreaction':
    case 'delete':
      return { ...live, event: { ...event, at } };
    case 'message':
    case 'edit':
    case 'interaction':
    case 'busy':
    case 'gap':
      return live;
  }
}

/** No moment until then is whispered about: a call that nobody heard may have answered it. No record goes by this. */
export function noteUnheard({ session }: Desk, until: Instant): void {
  session.replace({ ...session.state, unheardUntil: later(session.state.unheardUntil, until) });
}

/** What was really fed, among the last so many; what carries no key is never a repeat. */
interface Memory {
  has(key: string | undefined): boolean;
  add(key: string | undefined): void;
}

function createMemory(): Memory {
  const seen = new Set<string>();
  return {
    has: (key) => key !== undefined && seen.has(key),
    add(key) {
      if (key !== undefined) seen.add(key);
      if (seen.size > REMEMBERED_EVENTS) seen.delete(seen.values().next().value as string);
    },
  };
}

/** Whether the person is one of the two, and has not left. */
export function isThere({ members, session }: Desk, person: PersonId): boolean {
  const member = members.find((one) => one.person === person);
  return member !== undefined && !session.state.partners.find((partner) => partner.id === member.id)?.left;
}

/** Whether neither of the two has left. */
export const isWhole = ({ session }: Desk): boolean => session.state.partners.every(({ left }) => !left);
