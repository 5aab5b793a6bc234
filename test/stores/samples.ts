import type { DyadState, PartnerState } from '../../src/domain/dyad.ts';
import { channelId, type DyadId, messageId, type PartnerId, personId } from '../../src/domain/ids.ts';
import type { Moment } from '../../src/domain/moment.ts';
import type { Nudge } from '../../src/domain/nudge.ts';
import { everythingOn } from '../../src/domain/settings.ts';
import { DAY, HOUR, type Instant, SECOND } from '../../src/domain/time.ts';
import type { Batch, DyadRow, OutboxRow, Store } from '../../src/ports/store.ts';

/** Made-up couples, and what may be stored of them. */

/** A Monday, 09:00 UTC. */
export const MONDAY: Instant = Date.UTC(2026, 10, 23, 9);

const PARTNER: Omit<PartnerState, 'id'> = {
  settings: everythingOn('Europe/Berlin'),
  listening: true,
  consentedAt: MONDAY,
  busy: [],
  consent: {},
  whispers: 0,
  nudgedAt: [],
  hints: [],
  ignoredInARow: 0,
};

export function invite(store: Store, [by, to]: readonly [string, string], at = MONDAY): Promise<DyadRow> {
  const people = { by: personId(by), to: personId(to) };
  return store.invite({ platform: 'discord', channel: channelId(`channel of ${by}`), ...people, at });
}

export function stateOf({ partners: [one, other] }: DyadRow, changes: Partial<DyadState> = {}): DyadState {
  return {
    version: 2,
    time: MONDAY,
    partners: [
      { ...PARTNER, id: one.id },
      { ...PARTNER, id: other.id },
    ],
    nextSeq: 1,
    bids: [],
    promises: [],
    answered: [],
    nudges: [],
    notices: [],
    early: [],
    recent: [],
    unobserved: [],
    ...changes,
  };
}

export function momentOf(by: PartnerId, seq: number, changes: Partial<Moment> = {}): Moment {
  return { seq, at: MONDAY + seq * SECOND, by, kind: 'play', energy: 'attentive', prompted: false, ...changes };
}

/** A row whose whisper is about a message. */
export type NudgeRow = OutboxRow & { readonly whisper: Nudge };

export function outboxOf(dyad: DyadId, to: PartnerId, seq: number): NudgeRow {
  const about = messageId(`message ${seq}`);
  const nudge = { seq, to, bidSeq: seq + 100, about, kind: 'good-news', reason: 'passed-over' } as const;
  return {
    dyad,
    whisper: { ...nudge, hint: 'good-news/ask-more', at: MONDAY },
    status: 'queued',
    attempts: 0,
    dueAt: MONDAY + seq * HOUR,
  };
}

export function batchOf(parts: Partial<Batch>): Batch {
  return { states: [], moments: [], outbox: [], ledger: [], ...parts };
}

/** A couple that both have consented to. */
export async function couple(store: Store, people: readonly [string, string], at = MONDAY): Promise<DyadRow> {
  const dyad = await invite(store, people, at);
  await store.commit(batchOf({ states: [{ dyad: dyad.id, state: stateOf(dyad) }] }));
  return dyad;
}

/** When something of Monday is `days` and an hour old. */
export const daysOn = (days: number): Instant => MONDAY + days * DAY + HOUR;

/** A row of the couple in every table that can hold one, most of them of one partner. */
export async function fill(store: Store, id: DyadId, by: PartnerId): Promise<void> {
  const old = momentOf(by, 1, { at: MONDAY - 40 * DAY });
  const entry = { at: MONDAY, dyad: id, about: 'listening', to: 'on', scope: 1 };
  await store.commit(batchOf({ moments: [old, momentOf(by, 2)].map((moment) => ({ dyad: id, moment })) }));
  await store.purge(MONDAY);
  await store.commit(batchOf({ outbox: [outboxOf(id, by, 3)], ledger: [{ partner: by, entry }] }));
}
