/**
 * What Nod keeps, why and for how long: the one table that feeds the privacy text, the README, the
 * purge job and deletion. Every table of the store appears here or a test fails.
 */
export interface RetentionRow {
  /** The table of the store. */
  readonly table: string;
  /** What is in it, in a partner's words. */
  readonly what: string;
  readonly why: string;
  readonly keptFor: string;
  /** Days after which the purge job removes a row; absent where another rule ends it. */
  readonly days?: number;
}

export const RETENTION: readonly RetentionRow[] = [
  {
    table: 'partners',
    what: 'Your Discord id and a small number that stands for you',
    why: 'to know whose consent is whose',
    keptFor: 'until both of you have left Nod, or 7 days after an invitation that was not taken up',
  },
  {
    table: 'dyads',
    what: 'Which two people, which channel, both sides’ settings, and the moments that are still live: message ids, kinds and times, no words; of each, how long their messages usually are and which of the last 20 were in English',
    why: 'to go on where Nod stopped',
    keptFor:
      'live moments 48 hours at most; the rest until both of you have left Nod, or 7 days if you never both said yes',
  },
  {
    table: 'ledger',
    what: 'What you agreed to or set, and when',
    why: 'so that you can check it; shown to you alone',
    keptFor: 'until both of you have left Nod',
  },
  {
    table: 'moments',
    what: 'Answers you gave: kind, warmth, day and how long it took. Only warm ones; nothing else is written down',
    why: 'for your own mirror',
    keptFor: '30 days, then only weekly totals; nothing once both of you have left Nod',
    days: 30,
  },
  {
    table: 'weeks',
    what: 'Weekly totals of the answers you gave',
    why: 'for your own mirror over months',
    keptFor: 'until both of you have left Nod',
  },
  {
    table: 'outbox',
    what: 'Direct messages on their way or out: to whom, which hint, where it was sent',
    why: 'to send each once, take it back when it is moot, and delete it',
    keptFor: '24 hours after sending; 2 days if it could not be taken back',
    days: 2,
  },
  {
    table: 'invitations',
    what: 'A fingerprint of a pair that was invited, and “never ask me again”',
    why: 'to ask a pair at most once in 30 days',
    keptFor: '30 days; “never” until you take it back',
    days: 30,
  },
  {
    table: 'installation',
    what: 'A random secret of this installation',
    why: 'to make fingerprints and draw days off',
    keptFor: 'as long as Nod is installed',
  },
];

/** Days after which an invitation that not both have taken up is forgotten. Source: trust, "Consent". */
export const UNANSWERED_INVITATION_DAYS = 7;

/** The days after which the purge job removes a row of the table. */
export function keptDays(table: string): number {
  const days = RETENTION.find((row) => row.table === table)?.days;
  if (days === undefined) throw new RangeError(`${table} is not kept by days`);
  return days;
}
