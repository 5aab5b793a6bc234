import { describe, expect, it } from 'vitest';
import { describeTrace } from '../../src/cli/describe.ts';
import type { BidResponse } from '../../src/domain/bid-response.ts';
import { messageId } from '../../src/domain/ids.ts';
import { ANA, BID_END, openBid } from '../support/dyad-state.ts';

/** What replay and the demonstration say of a bid once it is decided. */

const nameOf = (id: number) => (id === ANA ? 'Ana' : 'Ben');
const told = (response?: BidResponse) =>
  describeTrace({ saw: 'response', bid: openBid(), at: BID_END, ...(response && { response }) }, nameOf);

describe('what became of a bid', () => {
  it.each<[string, BidResponse | undefined]>([
    ['Ana’s good-news went unanswered', { turn: 'unanswered' }],
    ['Ana’s good-news was passed by', { turn: 'away', confidence: 1 }],
    ['Ana’s good-news was passed by, dismissing', { turn: 'away', style: 'dismissing', confidence: 1 }],
    ['Ana’s good-news was answered: toward, low, time not known', { turn: 'toward', energy: 'low', confidence: 1 }],
    [
      'Ana’s good-news was answered: against, after 4m 10s',
      { turn: 'against', confidence: 1, latency: { latencySeconds: 250, availableSeconds: 0 } },
    ],
    ['Ana’s good-news counts nowhere', undefined],
  ])('%s', (said, response) => {
    expect(told(response)).toBe(said);
  });

  it('says nothing of an utterance that held nothing', () => {
    const reading = { tender: false };

    const said = describeTrace({ saw: 'reading', message: messageId('1'), by: ANA, at: BID_END, reading }, nameOf);

    expect(said).toBeUndefined();
  });

  it('says that an utterance was left alone', () => {
    const heard = {
      saw: 'reading',
      message: messageId('1'),
      by: ANA,
      at: BID_END,
      reading: { tender: false },
    } as const;

    const said = describeTrace({ ...heard, unread: true }, nameOf);

    expect(said).toBe('Nod hears from Ana: a language it cannot read, and leaves that alone');
  });
});
