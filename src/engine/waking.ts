import type { ChatEvent } from '../domain/chat-event.ts';
import type { PersonId } from '../domain/ids.ts';
import { type Instant, MINUTE, SECOND } from '../domain/time.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Platform } from '../ports/platform.ts';
import { createAlarm } from './alarm.ts';
import type { Desk } from './desk.ts';
import type { Outbox } from './outbox.ts';
import { CLOCK_ALLOWANCE, setBack } from './set-back.ts';
import { listensNow } from './watching.ts';

/** Lets time act on every couple when something of theirs is due. */
export interface Waking {
  /** Sets the alarm to whatever is due next. */
  plan(): void;
  /** Lets happen what was due by then, unless it is not known yet what else happened. */
  passTime(desk: Desk, until: Instant): void;
  /** Sets the couple's time back where this computer's clock was ahead before, and an event shows that it is right now. */
  mindClock(desk: Desk, event: ChatEvent<PersonId>): void;
  /** Lets time alone act on a couple whose history has just been read. */
  wake(desk: Desk): void;
  stop(): void;
}

export interface WakingParts {
  readonly clock: Clock;
  readonly platform: Pick<Platform, 'cursorAt'>;
  readonly outbox: Pick<Outbox, 'retract'>;
  readonly log: Log;
  readonly desks: () => Iterable<Desk>;
  /** Called after a desk did something. */
  readonly plan: (desk: Desk) => void;
  readonly readMissed: (desk: Desk) => void;
}

/** A message is on its way for up to this long; time alone acts only after it. Our choice. */
const ON_ITS_WAY = 3 * SECOND;
/** A wake that rings so late means that the process did not run. Our choice. */
const OVERSLEPT = MINUTE;

export function createWaking({ clock, platform, outbox, log, desks, plan, readMissed }: WakingParts): Waking {
  const alarm = createAlarm(clock, wakeDue);
  /** Whose wake waits in their queue, behind an encoder perhaps: until it has come, the alarm would ring on and on. */
  const awaited = new Set<Desk>();
  const dueAt = (desk: Desk) => (awaited.has(desk) ? Number.POSITIVE_INFINITY : wakeTime(desk));

  function planNext(): void {
    const next = Math.min(...[...desks()].map(dueAt));
    alarm.set(next === Number.POSITIVE_INFINITY ? undefined : next);
  }

  function wakeDue(): void {
    for (const desk of desks()) {
      if (clock.now() < dueAt(desk)) continue;
      // The computer slept: what happened meanwhile has to be read before time moves on.
      // Of a couple that is not listened to nothing is read, so time just goes on.
      if (overslept(desk)) readMissed(desk);
      else awaitWake(desk);
    }
    planNext();
  }

  const overslept = (desk: Desk) => clock.now() - wakeTime(desk) > OVERSLEPT && listensNow(desk);

  function awaitWake(desk: Desk): void {
    awaited.add(desk);
    void desk.enqueue(() => {
      awaited.delete(desk);
      if (overslept(desk))
        readMissed(desk); // the computer may have slept while it waited
      else passTime(desk, clock.now());
    });
  }

  function mindClock({ row, session }: Desk, { type, at }: ChatEvent<PersonId>): void {
    const { state } = session;
    // A message has its time from the platform; a clock that is behind must not be taken for one that was ahead.
    const isRight = type === 'message' && Math.abs(clock.now() - at) <= CLOCK_ALLOWANCE;
    if (!isRight || state.time <= at + CLOCK_ALLOWANCE) return;
    log.warn({}, 'the clock of this computer was ahead; what was open in that time counts nowhere');
    const back = setBack(state, at, platform.cursorAt(at));
    session.replace(back);
    for (const nudge of state.nudges) if (!back.nudges.includes(nudge)) outbox.retract(row.id, nudge.seq);
  }

  function passTime(desk: Desk, until: Instant): void {
    if (desk.reading !== 'behind') desk.passTime(until - ON_ITS_WAY);
    plan(desk);
  }

  return {
    plan: planNext,
    passTime,
    mindClock,
    wake: (desk) => desk.wake(clock.now() - ON_ITS_WAY, clock.now()),
    stop: () => alarm.set(undefined),
  };
}

/** When the desk is to be woken: a little late, so that no message still on its way is overtaken. */
function wakeTime(desk: Desk): Instant {
  if (desk.reading === 'behind') return Number.POSITIVE_INFINITY;
  return (desk.session.state.wakeAt ?? Number.POSITIVE_INFINITY) + ON_ITS_WAY;
}
