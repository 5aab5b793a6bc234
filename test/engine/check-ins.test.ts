import { describe, expect, it } from 'vitest';
import type { Agreed } from '../../src/domain/check-in.ts';
import type { DyadState, PartnerState } from '../../src/domain/dyad.ts';
import { withNobody } from '../../src/domain/forgotten.ts';
import { messageId, partnerId } from '../../src/domain/ids.ts';
import { KEPT_CHECK_INS } from '../../src/domain/settings.ts';
import { DAY } from '../../src/domain/time.ts';
import { weekOf } from '../../src/domain/week.ts';
import { apply } from '../../src/engine/apply.ts';
import { ANA, BEN, dyadState, partnerState } from '../support/dyad-state.ts';
import { at } from './couple.ts';

const WEDNESDAY = at('25 14:00');

const ticked = (): DyadState =>
  dyadState({ partners: [partnerState(), partnerState({ id: BEN, settings: { checkInNumbers: true } })] });

function say(state: DyadState, agreed: Agreed, time = WEDNESDAY): ReturnType<typeof apply> {
  return apply(state, { do: 'check-in', agreed }, { by: BEN, at: time, cursor: messageId('now') });
}

const benOf = (state: DyadState) => state.partners[1] as PartnerState;

describe('the numbers of a check-in', () => {
  it('are kept for the week only where that was ticked, and make nothing happen', () => {
    const kept = say(ticked(), [5, 6, 7]);
    const forgotten = say(dyadState(), [5, 6, 7]);

    expect(benOf(kept.state).checkIns).toEqual([{ week: weekOf(WEDNESDAY), agreed: [5, 6, 7] }]);
    expect(forgotten.state.partners).toEqual(dyadState().partners);
    expect([...kept.effects, ...forgotten.effects]).toEqual([]);
  });

  it('are those said last in a week', () => {
    const first = say(ticked(), [1, 1, 1]).state;

    expect(benOf(say(first, [4, 4, 4], WEDNESDAY + DAY).state).checkIns).toHaveLength(1);
    expect(benOf(say(first, [4, 4, 4], WEDNESDAY + DAY).state).checkIns?.[0]?.agreed).toEqual([4, 4, 4]);
  });

  it('are kept for half a year and no longer', () => {
    let state = ticked();
    for (let week = 0; week < KEPT_CHECK_INS + 4; week += 1)
      state = say(state, [3, 4, 5], WEDNESDAY + week * 7 * DAY).state;

    expect(benOf(state).checkIns).toHaveLength(KEPT_CHECK_INS);
    expect(benOf(state).checkIns?.[0]?.week).toBe(weekOf(WEDNESDAY + 4 * 7 * DAY));
  });

  it('go at once when their owner no longer wants them kept', () => {
    const kept = say(ticked(), [5, 6, 7]).state;

    const { state } = apply(
      kept,
      { do: 'settings', settings: { checkInNumbers: false } },
      { by: BEN, at: WEDNESDAY, cursor: messageId('now') },
    );

    expect(benOf(state)).not.toHaveProperty('checkIns');
  });

  it('stay with their owner when the other deletes everything, and go with them', () => {
    const kept = say(ticked(), [5, 6, 7]).state;

    const anaGone = withNobody(kept, ANA, partnerId(9));
    const benGone = withNobody(kept, BEN, partnerId(9));

    expect(benOf(anaGone).checkIns).toHaveLength(1);
    expect(JSON.stringify(benGone)).not.toContain('agreed');
  });
});
