import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BID_KINDS, type Bid } from '../../src/domain/bid.ts';
import { ENERGIES, type Reply, type ReplyChoice, stylesFor } from '../../src/domain/bid-response.ts';
import {
  type PairOpinion,
  type ReadOpinion,
  refine,
  refineReply,
  repliesTo,
  VETOES,
} from '../../src/domain/opinion.ts';

const bidOf = (more: Partial<Bid> = {}): Bid => ({
  kind: 'good-news',
  intensity: 0.6,
  confidence: 0.6,
  because: ['good-news/win'],
  ...more,
});
const SURE = 0.9;

describe('a bid after a second opinion', () => {
  it('is none where an unsure one is vetoed', () => {
    expect(refine(bidOf(), { veto: 'sarcasm', confidence: 0.9 })).toBeUndefined();
    expect(refine(bidOf(), { kind: 'none', confidence: 0.9 })).toBeUndefined();
  });

  it('takes the second best kind where it was unsure, too unsure for a whisper', () => {
    const bid = refine(bidOf(), { kind: 'affection', intensity: 1, confidence: 1 }, 'affection');

    expect(bid).toEqual(bidOf({ kind: 'affection', confidence: 0.5 }));
  });

  it('takes no kind that was not thought of, and only doubts its own', () => {
    const bid = refine(bidOf(), { kind: 'play', intensity: 1, confidence: 1 }, 'affection');

    expect(bid).toEqual(bidOf({ confidence: 0.5 }));
  });

  it('keeps a kind it was sure of, only less sure of it', () => {
    const sure = bidOf({ confidence: SURE });

    const other: ReadOpinion = { kind: 'affection', intensity: 1, confidence: 1 };

    expect(refine(sure, other, 'affection')).toEqual({ ...sure, confidence: 0.5 });
    expect(refine(sure, { veto: 'lyrics', confidence: 1 })).toEqual({ ...sure, confidence: 0.5 });
  });

  it('may weigh less', () => {
    expect(refine(bidOf(), { kind: 'good-news', intensity: 0.2, confidence: 1 })).toEqual(bidOf({ intensity: 0.2 }));
  });
});

describe('a reply after a second opinion', () => {
  const nice = (more: object = {}): Reply => ({
    turn: 'toward',
    energy: 'attentive',
    style: 'active-constructive',
    confidence: 0.6,
    ...more,
  });
  const mocks: ReplyChoice = { turn: 'against', style: 'active-destructive' };
  const said = ({ turn, ...style }: ReplyChoice): PairOpinion =>
    turn === 'toward' ? { turn, ...style, energy: 'enthusiastic', confidence: 1 } : { turn, ...style, confidence: 1 };

  it('is the second best where it was unsure, and no surer than a guess', () => {
    expect(refineReply(nice(), said(mocks), mocks)).toEqual({ ...mocks, confidence: 0.5 });
  });

  it('takes the other style of the same turn', () => {
    const quiet: ReplyChoice = { turn: 'toward', style: 'passive-constructive' };

    expect(refineReply(nice(), said(quiet), quiet)).toEqual(nice({ style: 'passive-constructive' }));
  });

  it('stays what it was read as, only less surely, where the judge says what it was not asked or that none fits', () => {
    const doubted = nice({ confidence: 0.5 });

    expect(refineReply(nice(), said({ turn: 'away', style: 'passive-destructive' }), mocks)).toEqual(doubted);
    expect(refineReply(nice(), { turn: 'none', confidence: 0.9 }, mocks)).toEqual(doubted);
  });

  it('is never warmer than it was read', () => {
    const confirmed = refineReply(nice(), said({ turn: 'toward', style: 'active-constructive' }));

    expect(confirmed).toEqual(nice());
  });
});

const share = fc.double({ min: 0, max: 1, noNaN: true });
const anyBid = fc.record({
  kind: fc.constantFrom(...BID_KINDS),
  intensity: share,
  confidence: share,
  because: fc.constant([]),
});
const anyOpinion: fc.Arbitrary<ReadOpinion> = fc.oneof(
  fc.record({ veto: fc.constantFrom(...VETOES), confidence: share }),
  fc.record({ kind: fc.constant('none' as const), confidence: share }),
  fc.record({ kind: fc.constantFrom(...BID_KINDS), intensity: share, confidence: share }),
);
const anyReply: fc.Arbitrary<Reply> = fc.oneof(
  fc.record({ turn: fc.constant('toward' as const), energy: fc.constantFrom(...ENERGIES), confidence: share }),
  fc.record({ turn: fc.constantFrom('away' as const, 'against' as const), confidence: share }),
);

describe('whatever a judge says', () => {
  it('nothing rises, and no bid is whispered about that the rules would not whisper about', () => {
    fc.assert(
      fc.property(anyBid, anyOpinion, fc.constantFrom(...BID_KINDS), (bid, opinion, second) => {
        const refined = refine(bid, opinion, second);

        if (!refined) return;
        expect([bid.kind, second]).toContain(refined.kind);
        expect(refined.confidence).toBeLessThanOrEqual(bid.confidence);
        expect(refined.intensity).toBeLessThanOrEqual(bid.intensity);
        if (refined.confidence >= 0.8) expect(refined.kind).toBe(bid.kind);
      }),
    );
  });

  it('a sure bid stays the same bid', () => {
    fc.assert(
      fc.property(anyBid, anyOpinion, fc.constantFrom(...BID_KINDS), (bid, opinion, second) => {
        const sure = { ...bid, confidence: 0.8 + bid.confidence / 5 };

        expect(refine(sure, opinion, second)?.kind).toBe(sure.kind);
      }),
    );
  });

  it('a sure turn stays, and passing by is never surer than the rules and enough for a whisper', () => {
    fc.assert(
      fc.property(anyReply, anyReply, (reply, opinion) => {
        const refined = refineReply(reply, opinion, opinion);

        expect(refined.confidence).toBeLessThanOrEqual(reply.confidence);
        if (reply.confidence >= 0.7) expect(refined.turn).toBe(reply.turn);
        if (refined.turn === 'away' && refined.confidence >= 0.7) expect(reply.turn).toBe('away');
      }),
    );
  });
});

describe('what a reply can be', () => {
  it.each(BID_KINDS)('has every style to %s, with every turn somewhere', (kind) => {
    const choices = repliesTo(kind);

    expect([...new Set(choices.map(({ style }) => style))].filter((style) => style !== undefined)).toEqual(
      stylesFor(kind),
    );
    expect(new Set(choices.map(({ turn }) => turn))).toEqual(new Set(['toward', 'away', 'against']));
  });
});
