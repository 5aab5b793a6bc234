import { describe, expect, it } from 'vitest';
import { consider } from '../../src/coach/consider.ts';
import { hintOf } from '../../src/coach/hints/catalogue.ts';
import type { PartnerSettings } from '../../src/domain/dyad.ts';
import { HOUR, MINUTE } from '../../src/domain/time.ts';
import { SUPPORTS, type WishCard } from '../../src/domain/wishes.ts';
import { ANA, BEN, BID_END, dyadState, openBid, partnerState } from '../support/dyad-state.ts';

const CHANCES = Array.from({ length: 40 }, (_, nth) => nth / 40);

/** Which hints Ben may get about a worry of Ana's that he spoke past. */
function hintsForBen(anas: Partial<PartnerSettings>, bens: Partial<PartnerSettings> = {}): readonly string[] {
  const state = dyadState({
    time: BID_END + HOUR,
    partners: [partnerState({ id: ANA, settings: anas }), partnerState({ id: BEN, settings: bens })],
    bids: [openBid({ kind: 'vulnerability', because: [], passedAt: BID_END + MINUTE })],
  });
  return CHANCES.map((chance) => {
    const [verdict] = consider(state, state.time, { chance: () => chance, options: { quietStart: false } });
    return verdict?.verdict === 'nudge' ? verdict.hint : 'none';
  });
}

const card = (changes: Partial<WishCard>): Partial<PartnerSettings> => ({
  wishes: { low: ['company'], celebrate: [], shared: true, ...changes },
});

describe('a hint about a hard moment', () => {
  it.each(SUPPORTS)('gives %s to one who shares that it does them good', (support) => {
    const hints = hintsForBen(card({ low: [support] }));

    expect(hints.every((id) => hintOf(id)?.low?.includes(support))).toBe(true);
  });

  it('follows no card that is not shared: it is as if there were none', () => {
    const without = hintsForBen({});

    for (const support of SUPPORTS) {
      expect(hintsForBen(card({ low: [support], shared: false }))).toEqual(without);
    }
    expect(hintsForBen(card({}))).not.toEqual(without);
  });

  it('follows the card of the one who has it hard, not of the one who reads it', () => {
    expect(hintsForBen({}, card({}))).toEqual(hintsForBen({}));
  });
});
