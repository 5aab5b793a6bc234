import { messageId } from '../domain/ids.ts';
import { isNudge, type Whisper } from '../domain/nudge.ts';
import { keptDays } from '../domain/retention.ts';
import { DAY, type Instant } from '../domain/time.ts';
import type { OutboxRow } from '../ports/store.ts';

/** Every direct message of Nod is deleted after this. Design, "Hints". */
export const CARD_LIVES = DAY;
/** One that cannot be taken back or deleted is let go of after this: the purge ends its row, and nothing may write it anew. */
const OUT_OF_REACH_AFTER = keptDays('outbox') * DAY;

export function isOutOfReach({ sent }: OutboxRow, now: Instant): boolean {
  return sent !== undefined && now >= sent.at + OUT_OF_REACH_AFTER;
}

/** A row to be worked on, not before `from`. */
interface Waiting {
  readonly key: string;
  readonly row: OutboxRow;
  readonly from: Instant;
}

/** The row that is to be worked on next, and when: of those due now, what is to be taken back comes first. */
export function nextOf(
  waiting: readonly Waiting[],
  now: Instant,
): { readonly key: string; readonly row: OutboxRow; readonly at: Instant } | undefined {
  const all = waiting
    .map(({ key, row, from }) => ({ key, row, at: Math.max(dueAt(row), from) }))
    .sort((one, other) => one.at - other.at);
  const due = all.filter(({ at }) => at <= now);
  return due.find(({ row }) => row.status === 'retracting') ?? all[0];
}

/** When the row next needs something done. */
function dueAt({ status, dueAt: due, sent }: OutboxRow): Instant {
  if (status === 'sent' || status === 'retracted') return Math.max((sent?.at ?? 0) + CARD_LIVES, due);
  return due;
}

/** Nothing may lead back to the message any more, nor tell what it was; nobody reads the kind from here on. */
export function withoutAbout(whisper: Whisper): Whisper {
  return isNudge(whisper) ? { ...whisper, bidSeq: 0, about: messageId(''), kind: 'attention', hint: '' } : whisper;
}
