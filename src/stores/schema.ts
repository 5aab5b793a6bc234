import type { Generated } from 'kysely';

/**
 * The tables as Kysely types them. Words with a fixed set of meanings are the small numbers of `codes.ts`.
 * `moments` keeps seconds; every other time is in milliseconds.
 */
export interface Schema {
  readonly installation: InstallationTable;
  readonly partners: PartnerTable;
  readonly dyads: DyadTable;
  readonly ledger: LedgerTable;
  readonly moments: MomentTable;
  readonly weeks: WeekTable;
  readonly outbox: OutboxTable;
  readonly invitations: InvitationTable;
}

interface InstallationTable {
  /** Always 1: there is one row. */
  readonly one: number;
  readonly secret: string;
}

interface PartnerTable {
  readonly id: Generated<number>;
  readonly platform: string;
  readonly person: string;
}

interface DyadTable {
  readonly id: Generated<number>;
  readonly asker: number;
  readonly asked: number;
  readonly channel: string;
  readonly asked_at: number;
  /** The `DyadState` as JSON; null until both have consented. */
  readonly state: string | null;
}

export interface LedgerTable {
  readonly partner: number;
  /** Counts within the partner. */
  readonly n: number;
  readonly dyad: number;
  readonly at: number;
  readonly about: string;
  readonly became: string;
  readonly scope: number;
}

export interface MomentTable {
  readonly dyad: number;
  /** Seconds since the epoch. */
  readonly at: number;
  readonly seq: number;
  readonly by: number;
  readonly kind: number;
  readonly energy: number;
  readonly style: number | null;
  readonly available_seconds: number | null;
  readonly prompted: number;
}

/**
 * Twelve columns rather than one packed blob: SQLite keeps a 0 or 1 in no byte beside its header, so
 * a sparse week is smaller, cannot overflow, and is added to by plain SQL.
 */
export const BIN_COLUMNS = [
  'bin0',
  'bin1',
  'bin2',
  'bin3',
  'bin4',
  'bin5',
  'bin6',
  'bin7',
  'bin8',
  'bin9',
  'bin10',
  'bin11',
] as const;
export type BinColumn = (typeof BIN_COLUMNS)[number];

export interface WeekTable extends Readonly<Record<BinColumn, number>> {
  readonly dyad: number;
  readonly by: number;
  /** Days since the epoch of the week's Monday. */
  readonly week: number;
  readonly kind: number;
  readonly count: number;
  readonly warm: number;
}

export interface OutboxTable {
  readonly dyad: number;
  readonly seq: number;
  readonly to_partner: number;
  readonly bid_seq: number;
  readonly about: string;
  readonly kind: number;
  readonly reason: number;
  readonly hint: string;
  readonly at: number;
  readonly status: number;
  readonly attempts: number;
  readonly due_at: number;
  readonly sent_channel: string | null;
  readonly sent_message: string | null;
  readonly sent_at: number | null;
}

interface InvitationTable {
  readonly fingerprint: string;
  readonly at: number;
  /** 1: never ask again. */
  readonly never: number;
}
