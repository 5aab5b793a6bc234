import {
  bulkhead,
  ConsecutiveBreaker,
  circuitBreaker,
  DelegateBackoff,
  handleWhen,
  type IRetryBackoffContext,
  isBrokenCircuitError,
  retry,
  TimeoutStrategy,
  timeout,
  wrap,
} from 'cockatiel';
import { type Instant, MINUTE, SECOND } from '../../domain/time.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import { isPassing, NoAnswer, noAnswerFrom } from './failures.ts';

/** A question is given up after this, its waiting and its second try included. Well within the 20 s of a nudge. */
export const LONGEST_ANSWER = 8 * SECOND;
const AT_ONCE = 2;
/** Who stands further behind would not be answered in time anyway. Our choice. */
const MOST_WAITING = 20;
/** The share of its time that has to be left when its turn comes; an answer within less is not to be hoped for. Ours. */
const LEAST_LEFT = 1 / 8;
const SECOND_TRIES = 1;
/** Between a failure that asked for no pause and the second try. Our choice. */
const PAUSE = SECOND / 4;
/** So many failures in a row, and nobody is asked for a while. Our choice. */
const FAILURES_IN_A_ROW = 5;
const REST = MINUTE;

/** What keeps a judge from waiting, repeating itself and calling into the void without end. */
export interface Limits {
  /** Rejects with NoAnswer; what waits, or pauses before its second try, is not called once `calledOff` is aborted. */
  keep<Answer>(call: (signal: AbortSignal) => Promise<Answer>, calledOff: AbortSignal): Promise<Answer>;
}

export interface LimitTerms {
  readonly clock: Clock;
  readonly log: Log;
  /** Until a question is given up. */
  readonly longest?: number;
}

export function createLimits({ clock, log, longest = LONGEST_ANSWER }: LimitTerms): Limits {
  // That nobody waits any more says nothing about the server.
  const breaker = circuitBreaker(
    handleWhen((error) => noAnswerFrom(error).code !== 'called-off'),
    { halfOpenAfter: REST, breaker: new ConsecutiveBreaker(FAILURES_IN_A_ROW) },
  );
  breaker.onBreak((reason) => {
    const code = 'error' in reason ? noAnswerFrom(reason.error).code : 'resting';
    log.warn({ code }, 'the judge fails again and again and is left alone for a minute');
  });
  const queue = wrap(timeout(longest, TimeoutStrategy.Aggressive), bulkhead(AT_ONCE, MOST_WAITING));
  return {
    async keep(call, calledOff) {
      const left = leftUntil(clock.now() + longest, clock);
      const once = async (signal: AbortSignal) => {
        if (signal.aborted || left() < longest * LEAST_LEFT) throw new NoAnswer('timed-out'); // it waited: nothing is sent
        const tryOnce = async () => {
          try {
            signal.throwIfAborted(); // while it paused before its second try
            return await call(signal);
          } catch (error) {
            throw calledOff.aborted ? new NoAnswer('called-off') : error;
          }
        };
        return breaker.execute(() => secondTry(left).execute(tryOnce, signal));
      };
      try {
        return await queue.execute(({ signal }) => once(signal), calledOff);
      } catch (error) {
        throw nameLimit(error, calledOff);
      }
    },
  };
}

const leftUntil = (end: Instant, clock: Clock) => () => end - clock.now();

/** Once more after a failure that may pass, unless the server asked for a longer pause than there is time. */
function secondTry(left: () => number) {
  const pauseAfter = (failure: NoAnswer) => (failure.retryAfterSeconds ?? 0) * SECOND + PAUSE;
  const mayRepeat = (error: Error) => error instanceof NoAnswer && isPassing(error) && pauseAfter(error) < left();
  const backoff = new DelegateBackoff(({ result }: IRetryBackoffContext<unknown>) =>
    'error' in result ? pauseAfter(noAnswerFrom(result.error)) : PAUSE,
  );
  return retry(handleWhen(mayRepeat), { maxAttempts: SECOND_TRIES, backoff }).dangerouslyUnref();
}

function nameLimit(error: unknown, calledOff: AbortSignal): NoAnswer {
  if (calledOff.aborted) return new NoAnswer('called-off');
  if (error instanceof NoAnswer) return error;
  return new NoAnswer(isBrokenCircuitError(error) ? 'resting' : 'timed-out');
}
