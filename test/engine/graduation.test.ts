import { describe, expect, it } from 'vitest';
import type { DyadState, PartnerState, WeekOfOwnAccord } from '../../src/domain/dyad.ts';
import { messageId } from '../../src/domain/ids.ts';
import { REASONS } from '../../src/domain/nudge.ts';
import { DAY, HOUR, MINUTE } from '../../src/domain/time.ts';
import { weekOf } from '../../src/domain/week.ts';
import { apply } from '../../src/engine/apply.ts';
import { BEN, dyadState, partnerState } from '../support/dyad-state.ts';
import { at, couple, NEWS, PASSES_BY, REJOICES, react, say } from './couple.ts';

/** The Monday of the Wednesday on which these tests begin. */
const MONDAY = weekOf(at('25 08:00'));
/** Wednesday of the week after, at half past six. */
const TOLD_AT = at('25 18:30') + 7 * DAY;

const week = (ago: number, count: number, nudged?: true): WeekOfOwnAccord => ({
  week: MONDAY - 7 * ago,
  count,
  ...(nudged ? { nudged } : {}),
});
const THREE_WEEKS = [week(3, 12), week(2, 10), week(1, 30)];

function begun(ben: Parameters<typeof partnerState>[0]): DyadState {
  const wroteAt = at('25 08:00') + 60 * DAY;
  return dyadState({
    time: at('25 08:00'),
    partners: [partnerState({ wroteAt }), partnerState({ id: BEN, wroteAt, ...ben })],
  });
}

/** Ana tells news on Wednesday, and Ben is glad at once; neither is gone in the days after. */
function afterOneMore(ben: Parameters<typeof partnerState>[0]) {
  const their = couple({ state: begun(ben) });
  their.hear(say('ana', '12:00', NEWS), say('ben', '12:05', REJOICES));
  their.hear(say('ana', '30 12:00', 'on the bus now'), say('ben', '30 20:00', 'on the bus now'));
  their.sleepUntil(TOLD_AT + DAY);
  return their;
}

const benOf = (state: DyadState) => state.partners[1] as PartnerState;
const graduations = (their: ReturnType<typeof couple>) =>
  their.effects.flatMap((one) => (one.do === 'notice' && one.notice.reason === 'graduation' ? [one.notice] : []));

describe('an answer without a nudge', () => {
  it('counts for its week, a heart as well', () => {
    const their = couple();

    their.hear(say('ana', '12:00', NEWS, { id: 'news' }), react('ben', '12:05', 'news'));
    their.sleepUntil(at('13:00'));

    expect(benOf(their.session.state).ownAccord).toEqual([week(0, 1)]);
  });

  it('is not one after a nudge, and its week is one with a nudge', () => {
    const their = couple();

    their.hear(say('ana', '12:00', NEWS), say('ben', '12:02', PASSES_BY));
    their.sleepUntil(at('13:00'));
    their.hear(say('ben', '13:01', REJOICES));
    their.sleepUntil(at('14:00'));

    expect(their.nudges()).not.toEqual([]);
    expect(benOf(their.session.state).ownAccord).toEqual([week(0, 0, true)]);
  });

  it('leaves no more weeks behind than are needed', () => {
    const their = couple({ state: begun({ ownAccord: [week(9, 3), week(8, 3), ...THREE_WEEKS] }) });

    their.hear(say('ana', '12:00', NEWS, { id: 'news' }), react('ben', '12:05', 'news'));
    their.sleepUntil(at('13:00'));

    expect(benOf(their.session.state).ownAccord).toEqual([week(8, 3), ...THREE_WEEKS, week(0, 1)]);
  });
});

describe('somebody who answers by themselves', () => {
  it('is told once four weeks are over, on the Wednesday after, and never again', () => {
    const their = afterOneMore({ ownAccord: [...THREE_WEEKS, week(0, 9)] });

    their.sleepUntil(TOLD_AT + 30 * DAY);

    expect(graduations(their)).toMatchObject([{ to: BEN, at: TOLD_AT }]);
    expect(benOf(their.session.state)).toMatchObject({ graduated: 'sent' });
    expect(benOf(their.session.state).due).toBeUndefined();
  });

  it.each([
    ['one week had fewer answers', { ownAccord: [week(3, 9), week(2, 10), week(1, 30), week(0, 9)] }],
    ['one week had a nudge', { ownAccord: [week(3, 12), week(2, 20, true), week(1, 30), week(0, 9)] }],
    ['one week is wanting between them', { ownAccord: [week(4, 12), week(2, 12), week(1, 30), week(0, 9)] }],
    ['the last week has too few so far', { ownAccord: [...THREE_WEEKS, week(0, 8)] }],
    ['they get no nudges anyway', { ownAccord: [...THREE_WEEKS, week(0, 9)], settings: { coaching: false } }],
    ['they were told before', { ownAccord: [...THREE_WEEKS, week(0, 9)], graduated: 'told' as const }],
  ])('is told nothing where %s', (_, ben) => {
    expect(graduations(afterOneMore(ben))).toEqual([]);
  });

  it('is told nothing where a nudge went out before it was Wednesday', () => {
    const settings = { reasons: ['passed-over'] } as const; // a question the day after would leave no room for it
    const their = couple({ state: begun({ ownAccord: [...THREE_WEEKS, week(0, 9)], settings }) });
    their.hear(say('ana', '25 12:00', NEWS), say('ben', '25 12:05', REJOICES));

    their.hear(say('ana', '30 12:00', NEWS), say('ben', '30 12:02', PASSES_BY));
    their.sleepUntil(TOLD_AT + DAY);

    expect(their.nudges()).not.toEqual([]);
    expect(graduations(their)).toEqual([]);
  });
});

describe('stepping back', () => {
  const told = () => {
    const their = afterOneMore({ ownAccord: [...THREE_WEEKS, week(0, 9)] });
    const [notice] = graduations(their);
    return { state: their.session.state, seq: notice?.seq ?? -1 };
  };
  const context = { by: BEN, at: TOLD_AT + HOUR, cursor: messageId('now') };

  it('happens when it is read, and stands in the ledger', () => {
    const { state, seq } = told();

    const after = apply(state, { do: 'step-back', seq }, context);

    expect(benOf(state).settings).toMatchObject({ coaching: true, reasons: REASONS });
    expect(benOf(after.state).settings).toMatchObject({ coaching: false, reasons: [] });
    expect(after.effects).toContainEqual(
      expect.objectContaining({ do: 'ledger', entry: expect.objectContaining({ about: 'coaching', to: 'off' }) }),
    );
  });

  it('happens once: whoever keeps the messages and reads it again keeps them', () => {
    const { state, seq } = told();
    const stepped = apply(state, { do: 'step-back', seq }, context).state;
    const keep = { do: 'settings', settings: { coaching: true, reasons: REASONS } } as const;
    const kept = apply(stepped, keep, { ...context, at: context.at + MINUTE }).state;

    const again = apply(kept, { do: 'step-back', seq }, { ...context, at: context.at + 2 * MINUTE });

    expect(benOf(again.state).settings.coaching).toBe(true);
  });

  it('is not brought about by a number that is made up, or another notice', () => {
    const { state, seq } = told();

    for (const [by, wrong] of [
      [BEN, seq + 2],
      [state.partners[0].id, seq],
    ] as const)
      expect(apply(state, { do: 'step-back', seq: wrong }, { ...context, by }).state.partners).toEqual(state.partners);
  });
});
