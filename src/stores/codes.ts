import type { BidKind } from '../domain/bid.ts';
import type { Energy } from '../domain/bid-response.ts';
import type { DepositStyle } from '../domain/moment.ts';
import type { Whisper } from '../domain/nudge.ts';
import type { OutboxRow } from '../ports/store.ts';

/**
 * The small numbers that stand for words at rest. Append only: a number means its word for ever in every
 * database there is, so never change or reuse one (a test compares them). The commonest words have 0 and 1,
 * which SQLite keeps without a byte.
 */
export const KIND_CODES = {
  attention: 0,
  affection: 1,
  play: 2,
  interest: 3,
  request: 4,
  'good-news': 5,
  vulnerability: 6,
  repair: 7,
} as const satisfies Record<BidKind, number>;

export const ENERGY_CODES = { attentive: 0, low: 1, enthusiastic: 2 } as const satisfies Record<Energy, number>;

export const STYLE_CODES = {
  'active-constructive': 0,
  'passive-constructive': 1,
  validating: 2,
  exploring: 3,
  comforting: 4,
  advising: 5,
  accepting: 6,
} as const satisfies Record<DepositStyle, number>;

export const REASON_CODES = {
  'passed-over': 0,
  silence: 1,
  promise: 2,
  renewal: 3,
  'more-to-say': 4,
  'follow-up': 5,
  recap: 6,
  'check-in': 7,
  graduation: 8,
  'first-look': 9,
} as const satisfies Record<Whisper['reason'], number>;

export const STATUS_CODES = {
  queued: 0,
  sending: 1,
  sent: 2,
  retracting: 3,
  retracted: 4,
} as const satisfies Record<OutboxRow['status'], number>;

/** The way back from number to word; a number nobody gave means the file is not what Nod wrote. */
function wordsOf<Word extends string>(codes: Readonly<Record<Word, number>>): (code: number) => Word {
  const words: Word[] = [];
  for (const word of Object.keys(codes) as Word[]) words[codes[word]] = word;
  return (code) => {
    const word = words[code];
    if (word === undefined) throw new RangeError(`no word for code ${code}`);
    return word;
  };
}

export const kindOf = wordsOf<BidKind>(KIND_CODES);
export const energyOf = wordsOf<Energy>(ENERGY_CODES);
export const styleOf = wordsOf<DepositStyle>(STYLE_CODES);
export const reasonOf = wordsOf<Whisper['reason']>(REASON_CODES);
export const statusOf = wordsOf<OutboxRow['status']>(STATUS_CODES);
