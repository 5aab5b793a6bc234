/**
 * What Nod keeps, why, for how long and whose it is: the one table that feeds the privacy text, the README,
 * the purge job, deletion and export. Every table and every column of the store appears here or a test fails.
 */
export interface RetentionRow {
  /** The table of the store. */
  readonly table: string;
  /** What is in it, in a partner's words. */
  readonly what: string;
  readonly why: string;
  readonly keptFor: string;
  /** Every column, and what is in it. */
  readonly columns: Readonly<Record<string, string>>;
  /** The columns that hold a partner's number: whose the row is. None where it is about nobody in particular. */
  readonly owners: readonly string[];
  /** What becomes of a person's rows when they delete what is theirs. */
  readonly deletion: Deletion;
  /** What of it a person can take along. */
  readonly exported: Exported;
  /** When the purge job ends a row; absent where another rule does. */
  readonly ages?: Ageing;
}

export type Deletion =
  /** Their rows go; `others` is done to those their partner has of the couple, which tell of both. */
  | { readonly do: 'remove'; readonly others?: OthersRows }
  /** Nobody takes their place, or the row goes too where nobody needs it any more. */
  | { readonly do: 'replace' }
  | { readonly do: 'keep'; readonly because: string };

export type OthersRows =
  /** Folded into weekly totals at once, so that no single time stays. */
  | { readonly do: 'fold' }
  /** The row stays, these columns lose what is in them. */
  | { readonly do: 'empty'; readonly columns: Readonly<Record<string, string | number>> };

/** The parts of an export. */
export const EXPORT_PARTS = ['consents', 'settings', 'weeks', 'checkIns'] as const;
export type ExportPart = (typeof EXPORT_PARTS)[number];

export type Exported = { readonly as: ExportPart; readonly and?: ExportPart } | { readonly not: string };

/** Rows whose `since` is this many days back end; where `only` names a column, just those with that value. */
export interface Ageing {
  readonly days: number;
  readonly since: string;
  readonly only?: { readonly column: string; readonly is: number | null };
  readonly do: 'remove' | 'fold' | 'end-couple';
}

/** Days after which an invitation that not both have taken up is forgotten. Source: trust, "Consent". */
export const UNANSWERED_INVITATION_DAYS = 7;

const UNTIL_DELETED = 'until you delete it or both have left';

export const RETENTION: readonly RetentionRow[] = [
  {
    table: 'partners',
    what: 'Your Discord id and a small number that stands for you',
    why: 'to know whose consent is whose',
    keptFor: `${UNTIL_DELETED}; 7 days after an invitation not taken up`,
    columns: {
      id: 'the small number',
      platform: 'where the id is from; empty in the row that stands for nobody',
      person: 'the id; in the row that stands for nobody, the number of the couple',
    },
    owners: ['id'],
    deletion: { do: 'remove' },
    exported: { not: 'your id is on your own profile, and the small number says nothing outside Nod' },
  },
  {
    table: 'dyads',
    what: 'Which two people and channel, both sides’ settings and cards, what each said yes to; live moments: message ids, kinds, times and how they were answered, no words; of each, when they were last here and Nod last wrote, usual length of messages, warmth to good news, which of the last 20 in English, how many they lately answered unprompted or came back to, Nod’s last 20 hints and how many went unopened; until when an exchange is tense; check-in numbers if ticked',
    why: 'to go on where Nod stopped',
    keptFor:
      'live moments 48 hours at most; tension a day; 26 check-ins until you untick them; the rest until you delete it or both have left; 7 days if you never both said yes',
    columns: {
      id: 'the couple’s number',
      asker: 'the small number of the one who asked',
      asked: 'the small number of the one who was asked',
      channel: 'the id of the channel',
      asked_at: 'when the invitation was made',
      state:
        'both sides’ switches and settings, the couple’s own sign, the moments that are live, until when Nod was last off, whether it is shut out of the channel, from which message on and up to which it has read, and of each what the first table names; empty until both have said yes',
    },
    owners: ['asker', 'asked'],
    deletion: { do: 'replace' },
    exported: { as: 'settings', and: 'checkIns' },
    ages: {
      days: UNANSWERED_INVITATION_DAYS,
      since: 'asked_at',
      only: { column: 'state', is: null },
      do: 'end-couple',
    },
  },
  {
    table: 'ledger',
    what: 'What you agreed to or set, and when',
    why: 'for you alone to check',
    keptFor: UNTIL_DELETED,
    columns: {
      partner: 'whose line it is',
      n: 'the number of the line, counted from the first',
      dyad: 'the couple or invitation it is about',
      at: 'when',
      about: 'the purpose or setting',
      became: 'what it became',
      scope: 'the edition of the consent card',
    },
    owners: ['partner'],
    deletion: { do: 'remove' },
    exported: { as: 'consents' },
  },
  {
    table: 'moments',
    what: 'Warm answers you gave, no others: kind, how warm and in which way, the second your partner’s message ended, how long it took, whether Nod had whispered',
    why: 'for your own mirror',
    keptFor: '30 days, then only weekly totals',
    columns: {
      dyad: 'the couple',
      at: 'the second in which your partner’s message ended',
      seq: 'the number of the moment within the couple',
      by: 'who gave the answer',
      kind: 'what your partner’s message reached for',
      energy: 'how warm the answer was',
      style: 'how it was kind; empty for most',
      available_seconds: 'how long it took, hours of sleep and work left out',
      prompted: 'whether Nod had whispered before',
    },
    owners: ['by'],
    deletion: { do: 'remove', others: { do: 'fold' } },
    exported: { as: 'weeks' },
    ages: { days: 30, since: 'at', do: 'fold' },
  },
  {
    table: 'weeks',
    what: 'Weekly totals of the warm answers you gave',
    why: 'for your own mirror over months',
    keptFor: UNTIL_DELETED,
    columns: {
      dyad: 'the couple',
      by: 'who gave the answers',
      week: 'the week, by its Monday',
      kind: 'what your partner’s messages reached for',
      count: 'how many warm answers',
      warm: 'how many of them were attentive or warmer',
      ...Object.fromEntries(Array.from({ length: 12 }, (_, bin) => [`bin${bin}`, 'how many took about so long'])),
    },
    owners: ['by'],
    deletion: { do: 'remove' },
    exported: { as: 'weeks' },
  },
  {
    table: 'outbox',
    what: 'Direct messages queued or out: to whom, which hint, where sent',
    why: 'to send each once, take it back and delete it',
    keptFor: '24 hours after sending; 2 days if it could not be taken back',
    columns: {
      dyad: 'the couple',
      seq: 'the message’s number within the couple',
      to_partner: 'whom it is for',
      bid_seq: 'the moment it is about',
      about: 'the id of the chat message it is about; emptied once it is moot',
      kind: 'what that message reached for',
      reason: 'why Nod wrote',
      hint: 'which hint, by name; its words are made when it is opened',
      at: 'when it was decided',
      status: 'queued, sending, sent, or being taken back',
      attempts: 'how often sending was tried',
      due_at: 'not before this time',
      sent_channel: 'the direct channel it is in',
      sent_message: 'its own id there',
      sent_at: 'when it was sent',
    },
    owners: ['to_partner'],
    deletion: {
      do: 'remove',
      others: { do: 'empty', columns: { bid_seq: 0, about: '', kind: 0, hint: '' } },
    },
    exported: { not: 'the messages are in your own direct messages, for a day' },
    ages: { days: 2, since: 'at', do: 'remove' },
  },
  {
    table: 'invitations',
    what: 'A fingerprint of a pair that was invited, and “never ask me again”',
    why: 'to ask a pair at most once in 30 days',
    keptFor: '30 days, also after deletion; “never” until you ask somebody yourself with `/nod start`',
    columns: {
      fingerprint:
        'made with this installation’s secret: it cannot be read, but whoever has the file and knows the ids can try whether it is theirs',
      at: 'when',
      never: 'whether it is a “never ask me again”',
    },
    owners: [],
    deletion: {
      do: 'keep',
      because:
        'it names nobody, and without it deleting would be a way to ask somebody again and again, and would take back your own “never ask me again”',
    },
    exported: { not: 'it names nobody' },
    ages: { days: 30, since: 'at', only: { column: 'never', is: 0 }, do: 'remove' },
  },
  {
    table: 'installation',
    what: 'A random secret of this installation',
    why: 'to make fingerprints and draw days off',
    keptFor: 'as long as Nod is installed',
    columns: { one: 'always 1', secret: 'the secret' },
    owners: [],
    deletion: { do: 'keep', because: 'it is about nobody' },
    exported: { not: 'it is about nobody' },
  },
];

/** The days after which the purge job ends a row of the table. */
export function keptDays(table: string): number {
  const days = RETENTION.find((row) => row.table === table)?.ages?.days;
  if (days === undefined) throw new RangeError(`${table} is not kept by days`);
  return days;
}
