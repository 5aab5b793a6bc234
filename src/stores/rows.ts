import type { LedgerEntry } from '../domain/consent.ts';
import { channelId, type DyadId, dyadId, messageId, type PartnerId, partnerId } from '../domain/ids.ts';
import type { Moment } from '../domain/moment.ts';
import { isNudge, NOTICES, type Notice, type Whisper } from '../domain/nudge.ts';
import { SECOND } from '../domain/time.ts';
import type { WeekTotal } from '../domain/week.ts';
import type { OutboxRow } from '../ports/store.ts';
import {
  ENERGY_CODES,
  energyOf,
  KIND_CODES,
  kindOf,
  REASON_CODES,
  reasonOf,
  STATUS_CODES,
  STYLE_CODES,
  statusOf,
  styleOf,
} from './codes.ts';
import {
  BIN_COLUMNS,
  type BinColumn,
  type LedgerTable,
  type MomentTable,
  type OutboxTable,
  type WeekTable,
} from './schema.ts';

/** Between the vocabulary and the columns, both ways. A row always names every column, in one order. */

export function momentRow(dyad: DyadId, moment: Moment): MomentTable {
  return {
    dyad,
    at: Math.floor(moment.at / SECOND),
    seq: moment.seq,
    by: moment.by,
    kind: KIND_CODES[moment.kind],
    energy: ENERGY_CODES[moment.energy],
    style: moment.style === undefined ? null : STYLE_CODES[moment.style],
    available_seconds: moment.availableSeconds ?? null,
    prompted: moment.prompted ? 1 : 0,
  };
}

export function readMoment(row: Omit<MomentTable, 'dyad'>): Moment {
  return {
    seq: row.seq,
    at: row.at * SECOND,
    by: partnerId(row.by),
    kind: kindOf(row.kind),
    energy: energyOf(row.energy),
    ...(row.style === null ? {} : { style: styleOf(row.style) }),
    ...(row.available_seconds === null ? {} : { availableSeconds: row.available_seconds }),
    prompted: row.prompted === 1,
  };
}

export function weekRow(dyad: DyadId, total: WeekTotal): WeekTable {
  const bins = BIN_COLUMNS.map((column, bin) => [column, total.bins[bin] ?? 0] as const);
  return {
    dyad,
    by: total.by,
    week: total.week,
    kind: KIND_CODES[total.kind],
    count: total.count,
    warm: total.warm,
    ...(Object.fromEntries(bins) as Record<BinColumn, number>),
  };
}

export function readWeek(row: WeekTable): WeekTotal {
  return {
    by: partnerId(row.by),
    week: row.week,
    kind: kindOf(row.kind),
    count: row.count,
    warm: row.warm,
    bins: BIN_COLUMNS.map((column) => row[column]),
  };
}

export function outboxRow({ dyad, whisper, sent, ...row }: OutboxRow): OutboxTable {
  return {
    dyad,
    seq: whisper.seq,
    to_partner: whisper.to,
    ...aboutColumns(whisper),
    reason: REASON_CODES[whisper.reason],
    at: whisper.at,
    status: STATUS_CODES[row.status],
    attempts: row.attempts,
    due_at: row.dueAt,
    sent_channel: sent?.channel ?? null,
    sent_message: sent?.message ?? null,
    sent_at: sent?.at ?? null,
  };
}

export function readOutbox(row: OutboxTable): OutboxRow {
  return {
    dyad: dyadId(row.dyad),
    whisper: readWhisper(row),
    status: statusOf(row.status),
    attempts: row.attempts,
    dueAt: row.due_at,
    ...readSent(row),
  };
}

/** A notice is about nothing: its columns are as empty as they can be. */
function aboutColumns(whisper: Whisper): Pick<OutboxTable, 'bid_seq' | 'about' | 'kind' | 'hint'> {
  if (!isNudge(whisper)) return { bid_seq: 0, about: '', kind: 0, hint: '' };
  const { bidSeq, about, kind, hint } = whisper;
  return { bid_seq: bidSeq, about, kind: KIND_CODES[kind], hint };
}

function readWhisper(row: OutboxTable): Whisper {
  const reason = reasonOf(row.reason);
  const whisper = { seq: row.seq, to: partnerId(row.to_partner), at: row.at };
  if (isNoticeReason(reason)) return { ...whisper, reason };
  const { bid_seq: bidSeq, about, kind, hint } = row;
  return { ...whisper, reason, bidSeq, about: messageId(about), kind: kindOf(kind), hint };
}

function isNoticeReason(reason: Whisper['reason']): reason is Notice['reason'] {
  return NOTICES.some((notice) => notice === reason);
}

function readSent({ sent_channel, sent_message, sent_at }: OutboxTable): Pick<OutboxRow, 'sent'> {
  if (sent_channel === null || sent_message === null || sent_at === null) return {};
  return { sent: { channel: channelId(sent_channel), message: messageId(sent_message), at: sent_at } };
}

export function ledgerRow(partner: PartnerId, n: number, entry: LedgerEntry): LedgerTable {
  return { partner, n, dyad: entry.dyad, at: entry.at, about: entry.about, became: entry.to, scope: entry.scope };
}

export function readLedger(row: Omit<LedgerTable, 'partner' | 'n'>): LedgerEntry {
  return { at: row.at, dyad: dyadId(row.dyad), about: row.about, to: row.became, scope: row.scope };
}
