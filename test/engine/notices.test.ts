import { describe, expect, it } from 'vitest';
import type { DyadState, PartnerSettings, PartnerState } from '../../src/domain/dyad.ts';
import { messageId } from '../../src/domain/ids.ts';
import type { NoticeReason } from '../../src/domain/nudge.ts';
import { DAY, HOUR, type Instant, MINUTE } from '../../src/domain/time.ts';
import { weekOf } from '../../src/domain/week.ts';
import { apply } from '../../src/engine/apply.ts';
import type { Effect } from '../../src/engine/effects.ts';
import { ANA, BEN, dyadState, partnerState, when } from '../support/dyad-state.ts';
import { at, couple, PASSES_BY, PERSON, say } from './couple.ts';

const CURSOR = messageId('now');
const SUNDAY = at('29 18:30');
const SATURDAY = at('28 18:30');

type Wanted = Partial<PartnerSettings>;

/** Ben ticks something on Wednesday at noon; neither of the two is gone in the weeks of these tests. */
function ticked(
  settings: Wanted,
  ben: Partial<Omit<PartnerState, 'settings'>> & { settings?: Wanted } = {},
): DyadState {
  const wroteAt = at('25 08:00') + 60 * DAY;
  const state = dyadState({
    time: at('25 08:00'),
    partners: [partnerState({ wroteAt }), partnerState({ id: BEN, wroteAt, ...ben })],
  });
  return change(state, settings, at('25 12:00')).state;
}

function change(state: DyadState, settings: Wanted, time: Instant, by = BEN) {
  return apply(state, { do: 'settings', settings }, { by, at: time, cursor: CURSOR });
}

const noticesIn = (effects: readonly Effect[]) => effects.flatMap((one) => (one.do === 'notice' ? [one.notice] : []));

/** What goes out until then, and when. */
function sent(state: DyadState, until: Instant): readonly { reason: NoticeReason; at: Instant }[] {
  const their = couple({ state });
  their.wakeOnce(state.time);
  their.sleepUntil(until);
  return noticesIn(their.effects).map(({ reason, at: time }) => ({ reason, at: time }));
}

const benOf = (state: DyadState) => state.partners[1] as PartnerState;

describe('a weekly recap', () => {
  it('comes on Sunday at half past six, and every Sunday after that', () => {
    expect(sent(ticked({ recap: true }), SUNDAY + 8 * DAY)).toEqual([
      { reason: 'recap', at: SUNDAY },
      { reason: 'recap', at: SUNDAY + 7 * DAY },
    ]);
  });

  it('comes to nobody who did not tick it', () => {
    expect(sent(ticked({}), SUNDAY + 8 * DAY)).toEqual([]);
  });

  it.each([
    ['America/New_York', '2026-11-29T18:30-05:00'],
    ['Pacific/Auckland', '2026-11-29T18:30+13:00'],
    ['Asia/Kathmandu', '2026-11-29T18:30+05:45'],
  ])('comes on the Sunday of %s', (zone, evening) => {
    const state = ticked({ recap: true }, { settings: { zone } });

    expect(sent(state, SUNDAY + DAY)).toEqual([{ reason: 'recap', at: when(evening) }]);
  });

  it('stays at half past six when the clocks change that very Sunday', () => {
    const spring = when('2027-03-26T12:00');
    const state = { ...ticked({}), time: spring };
    const wroteAt = spring + 60 * DAY;
    const partners = [partnerState({ wroteAt }), partnerState({ id: BEN, wroteAt })] as const;

    const asked = change({ ...state, partners }, { recap: true }, spring).state;

    expect(sent(asked, spring + 10 * DAY)).toEqual([
      { reason: 'recap', at: when('2027-03-28T18:30+02:00') },
      { reason: 'recap', at: when('2027-04-04T18:30+02:00') },
    ]);
  });

  it('needs no yes to messages about moments, and does not fade with them', () => {
    const ownAccord = [{ week: weekOf(SUNDAY), count: 90 }];
    const nudgedAt = [at('26 12:00'), at('27 12:00')];
    const state = ticked(
      { recap: true },
      { ownAccord, coachedAt: at('27 12:00'), nudgedAt, settings: { coaching: false, reasons: [] } },
    );

    expect(sent(state, SUNDAY + DAY)).toEqual([{ reason: 'recap', at: SUNDAY }]);
  });

  it('waits for the end of quiet hours, and of a rest', () => {
    const asleep = ticked({ recap: true }, { settings: { quiet: { from: 18 * 60, until: 9 * 60 } } });
    const resting = { ...ticked({ recap: true }), restUntil: at('29 21:00') };

    expect(sent(asleep, SUNDAY + DAY)).toEqual([{ reason: 'recap', at: at('30 09:00') }]);
    expect(sent(resting, SUNDAY + DAY)).toEqual([{ reason: 'recap', at: at('29 21:30') }]);
  });

  it('is left out for that week where it could not come for a day', () => {
    const state = { ...ticked({ recap: true }), restUntil: SUNDAY + 30 * HOUR };

    expect(sent(state, SUNDAY + 8 * DAY)).toEqual([{ reason: 'recap', at: SUNDAY + 7 * DAY }]);
  });

  it('is left out while their yes to listening is off, and comes again after it', () => {
    const paused = apply(ticked({ recap: true }), { do: 'pause' }, { by: BEN, at: at('28 10:00'), cursor: CURSOR });
    const their = couple({ state: paused.state });
    their.wakeOnce(at('28 10:00'));
    their.sleepUntil(SUNDAY + DAY);

    const back = apply(their.session.state, { do: 'resume' }, { by: BEN, at: SUNDAY + 2 * DAY, cursor: CURSOR });

    expect(noticesIn(their.effects)).toEqual([]);
    expect(sent(back.state, SUNDAY + 8 * DAY)).toEqual([{ reason: 'recap', at: SUNDAY + 7 * DAY }]);
  });

  it('is never thought of again once they have left', () => {
    const { state } = apply(ticked({ recap: true }), { do: 'leave' }, { by: BEN, at: at('28 10:00'), cursor: CURSOR });
    const their = couple({ state });
    their.wakeOnce(at('28 10:00'));

    their.sleepUntil(SUNDAY + DAY);

    expect(noticesIn(their.effects)).toEqual([]);
    expect(their.session.state.wakeAt).toBeUndefined();
  });

  it('waits until they have said what they are saying, and for no word of the other', () => {
    const their = couple({ state: ticked({ recap: true }) });
    const beside = couple({ state: ticked({ recap: true }) });
    their.hear(say('ben', '29 18:29:30', PASSES_BY));
    beside.hear(say('ana', '29 18:29:30', PASSES_BY));
    beside.sleepUntil(SUNDAY + HOUR);

    their.sleepUntil(SUNDAY + HOUR);

    const [notice] = noticesIn(their.effects);
    expect(noticesIn(beside.effects).map((one) => one.at)).toEqual([SUNDAY]);
    expect(notice?.at).toBeGreaterThan(at('29 18:30:59'));
    expect(notice?.at).toBeLessThan(at('29 18:31:01'));
  });

  it('comes at once where the process was off at its time', () => {
    const their = couple({ state: ticked({ recap: true }) });

    their.wakeOnce(SUNDAY + 3 * HOUR);

    expect(noticesIn(their.effects)).toMatchObject([{ reason: 'recap', at: SUNDAY + 3 * HOUR }]);
  });

  it('comes at the same time whoever does something with Nod meanwhile', () => {
    const quiet = { ...ticked({ recap: true }), restUntil: at('29 20:50') };
    const [alone, beside] = [couple({ state: quiet }), couple({ state: quiet })];
    const pressed = { type: 'interaction', at: at('29 20:55'), by: PERSON.ana } as const;
    for (const their of [alone, beside]) their.wakeOnce(quiet.time);

    beside.hear(pressed);
    for (const their of [alone, beside]) their.sleepUntil(SUNDAY + DAY);

    expect(noticesIn(alone.effects).map((one) => one.at)).toEqual([at('29 21:30')]);
    expect(noticesIn(beside.effects)).toEqual(noticesIn(alone.effects));
  });
});

describe('somebody who changes their zone on Sunday', () => {
  const noon = at('29 12:00');

  /** Everything sent: until the change, and after it. */
  function movedTo(zone: string, time: Instant) {
    const their = couple({ state: ticked({ recap: true }) });
    their.wakeOnce(at('25 12:00'));
    their.sleepUntil(time);
    const moved = change(their.session.state, { zone }, time).state;
    return [...noticesIn(their.effects), ...sent(moved, SUNDAY + 6 * DAY)].map((one) => one.at);
  }

  it('gets the recap that evening, where it is evening later', () => {
    expect(movedTo('America/New_York', noon)).toEqual([when('2026-11-29T18:30-05:00')]);
  });

  it('gets it next, where the evening is over but not the day', () => {
    expect(movedTo('Asia/Kolkata', at('29 15:00'))).toEqual([at('29 15:00')]);
  });

  it('gets no second one, where it is afternoon again', () => {
    expect(movedTo('America/New_York', at('29 19:00'))).toEqual([SUNDAY]);
  });
});

describe('a weekly check-in', () => {
  it('comes on Saturday evening, so that one message a day is enough for both', () => {
    expect(sent(ticked({ recap: true, checkIn: true }), SUNDAY + DAY)).toEqual([
      { reason: 'check-in', at: SATURDAY },
      { reason: 'recap', at: SUNDAY },
    ]);
  });

  it('shares its budget: on a day with a message it waits for the next', () => {
    const state = ticked({ checkIn: true }, { nudgedAt: [at('28 12:00')] });

    const [first] = sent(state, SUNDAY);

    expect(first?.reason).toBe('check-in');
    expect(first?.at).toBeGreaterThanOrEqual(at('29 08:00'));
  });

  it('comes where no unasked message may on a day to nobody', () => {
    expect(sent(ticked({ checkIn: true, nudgesPerDay: 0 }), SUNDAY + DAY)).toEqual([]);
  });

  it('comes to nobody while a switch is off, whoever’s: else a pause could be told from a deletion', () => {
    const paused = apply(ticked({ checkIn: true }), { do: 'pause' }, { by: ANA, at: at('26 10:00'), cursor: CURSOR });

    expect(sent(paused.state, SUNDAY)).toEqual([]);
  });

  it('is taken back when it is wanted no more, and only that', () => {
    const their = couple({ state: ticked({ recap: true, checkIn: true, nudgesPerDay: 2 }) });
    their.wakeOnce(at('25 12:00'));
    their.sleepUntil(SUNDAY);
    const [checkIn] = noticesIn(their.effects);

    const { state, effects } = change(their.session.state, { checkIn: false }, SUNDAY + MINUTE);

    expect(effects).toContainEqual({ do: 'retract', seq: checkIn?.seq });
    expect(state.notices.map(({ reason }) => reason)).toEqual(['recap']);
    expect(benOf(state).due).not.toHaveProperty('check-in');
  });
});
