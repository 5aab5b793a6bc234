import { describe, expect, it } from 'vitest';
import { ENERGY_CODES, KIND_CODES, REASON_CODES, STATUS_CODES, STYLE_CODES } from '../../src/stores/codes.ts';

/** The words as the first release wrote them, in the order of their numbers. Add at the end; change nothing. */
const WRITTEN = [
  [
    'kind',
    KIND_CODES,
    ['attention', 'affection', 'play', 'interest', 'request', 'good-news', 'vulnerability', 'repair'],
  ],
  ['energy', ENERGY_CODES, ['attentive', 'low', 'enthusiastic']],
  [
    'style',
    STYLE_CODES,
    ['active-constructive', 'passive-constructive', 'validating', 'exploring', 'comforting', 'advising', 'accepting'],
  ],
  [
    'reason',
    REASON_CODES,
    [
      'passed-over',
      'silence',
      'promise',
      'renewal',
      'more-to-say',
      'follow-up',
      'recap',
      'check-in',
      'graduation',
      'first-look',
    ],
  ],
  ['status', STATUS_CODES, ['queued', 'sending', 'sent', 'retracting', 'retracted']],
] as const;

describe('codes at rest', () => {
  it.each(WRITTEN)('never change what a %s was written as', (_, codes, written) => {
    const byNumber = Object.entries(codes).sort(([, a], [, b]) => a - b);

    expect(byNumber).toEqual(written.map((word, code) => [word, code]));
  });
});
