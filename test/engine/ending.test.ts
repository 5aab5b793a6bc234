import { describe, expect, it } from 'vitest';
import { MOST_OPEN_BIDS } from '../../src/domain/settings.ts';
import { MINUTE } from '../../src/domain/time.ts';
import { BID_END, dyadState, openBid } from '../support/dyad-state.ts';
import { at, couple, NEWS, remove, say, WORRY } from './couple.ts';

const DANGER = "i don't want to live anymore";

describe('a bid that can be followed no longer', () => {
  it('keeps that it stayed unanswered when a rest begins later', () => {
    const their = couple();

    their.hear(say('ana', '09:00', NEWS), say('ben', '14:00', DANGER));
    their.sleepUntil(at('27 20:00'));

    expect(their.turns()).toEqual(['unanswered']);
  });

  it('counts nowhere when a rest begins inside its window', () => {
    const their = couple();

    their.hear(say('ana', '09:00', NEWS), say('ben', '11:00', DANGER));
    their.sleepUntil(at('27 20:00'));

    expect(their.turns()).toEqual(['nowhere']);
  });

  it('keeps its answer when a rest begins before the answer has settled', () => {
    const their = couple();

    their.hear(say('ana', '09:00', NEWS), say('ben', '09:10', 'congratulations!! so happy for you'));
    their.hear(say('ben', '09:12', DANGER));
    their.sleepUntil(at('27 20:00'));

    expect(their.moments()).toMatchObject([{ kind: 'good-news' }]);
  });

  it('counts nowhere when it is the oldest of too many', () => {
    const crowd = Array.from({ length: MOST_OPEN_BIDS }, (_, index) =>
      openBid({ seq: index + 1, endedAt: BID_END - (MOST_OPEN_BIDS - index) * MINUTE }),
    );
    const their = couple({ state: dyadState({ bids: crowd }) });

    their.hear(say('ana', '14:05', WORRY));
    their.sleepUntil(at('14:10'));

    expect(their.session.state.bids.map((bid) => bid.seq)).toEqual([...crowd.slice(1).map((bid) => bid.seq), 100]);
    expect(their.turns()).toEqual(['nowhere']);
  });

  it('counts nowhere when its last message was deleted', () => {
    const their = couple();

    their.hear(say('ana', '14:00', NEWS), remove('14:05', 'ana-14:00'));

    expect(their.session.state.bids).toEqual([]);
    expect(their.turns()).toEqual(['nowhere']);
  });
});
