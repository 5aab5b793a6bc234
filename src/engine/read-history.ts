import { type Instant, MINUTE, SECOND } from '../domain/time.ts';
import { codeOf } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { type CatchUpTerms, catchUp } from './catch-up.ts';
import { type Desk, noteUnheard } from './desk.ts';

/** What reading history needs, and how patient it is. */
export interface ReadHistoryTerms extends Omit<CatchUpTerms, 'now'> {
  readonly clock: Clock;
  readonly log: Log;
  /** The connection is gone: nothing can be read, and everything will be once it is back. */
  readonly isAway: () => boolean;
}

/** History that cannot be read is tried again after 5 s, 10 s, 20 s … 5 min; then that time is unobserved. Our choice. */
const AGAIN_AFTER = 5 * SECOND;
const AGAIN_AFTER_MOST = 5 * MINUTE;
const MOST_TRIES = 12;

/**
 * Catches the couple up, however often it takes; tells whether the channel is there or closed to Nod, or undefined when it
 * was interrupted.
 */
export async function readHistory(
  desk: Desk,
  { clock, log, isAway, ...terms }: ReadHistoryTerms,
): Promise<'there' | 'closed' | undefined> {
  const now = () => clock.now();
  const noteMissed = () => {
    if (desk.missed) noteUnheard(desk, now());
  };
  let wait = AGAIN_AFTER;
  for (let tries = 1; !terms.signal.aborted; tries += isAway() ? 0 : 1) {
    noteMissed(); // before anything is read: a whisper may come due on the way
    try {
      await untilAborted(catchUp(desk, { ...terms, now }), terms.signal);
      if (terms.signal.aborted) return undefined;
      noteMissed();
      return 'there';
    } catch (error) {
      const code = codeOf(error);
      log.warn({ code }, 'a channel could not be read');
      const closed = code === 'CHANNEL_UNKNOWN' || code === 'DISCORD_PERMISSION_MISSING';
      if (closed || (tries >= MOST_TRIES && !isAway())) {
        await leaveUnobserved(desk, now());
        return closed ? 'closed' : 'there';
      }
      await clock.sleepUntil(now() + wait, terms.signal).catch(() => {});
      wait = Math.min(wait * 2, AGAIN_AFTER_MOST);
    }
  }
  return undefined;
}

/** As long as the task takes, or until the signal is aborted: nobody waits for a call that hangs. */
async function untilAborted(task: Promise<void>, signal: AbortSignal): Promise<void> {
  const over = new AbortController(); // a listener that stayed would stay as long as Nod runs
  const aborted = new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true, signal: over.signal });
  });
  await Promise.race([task, aborted]).finally(() => over.abort());
}

/** What could not be read counts nowhere. */
async function leaveUnobserved(desk: Desk, until: Instant): Promise<void> {
  const { time } = desk.session.state;
  if (until > time) await desk.hear({ event: { type: 'gap', at: time, until }, dedupe: undefined }, () => until);
}
