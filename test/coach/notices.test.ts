import { describe, expect, it } from 'vitest';
import { PERSON_GATES } from '../../src/coach/gates/table.ts';
import { mayNotice } from '../../src/coach/notices.ts';
import type { DyadState } from '../../src/domain/dyad.ts';
import type { NoticeReason } from '../../src/domain/nudge.ts';
import { DAY, HOUR } from '../../src/domain/time.ts';
import { weekOf } from '../../src/domain/week.ts';
import { ANA, BEN } from '../support/dyad-state.ts';
import { ben, bensSettings, GATE_CASES, whispering } from './gate-cases.ts';

const READY = whispering('silence');
const mayAsk = (state: DyadState, to = BEN) => mayNotice(state, { to, reason: 'renewal' }, state.time);

/** A message about no moment comes after the first days anyway. */
const about = PERSON_GATES.map(({ id }) => id).filter((id) => id !== 'quiet-start');
const personCases = GATE_CASES.filter(({ gate }) => about.includes(gate));

describe('a message that is about no moment', () => {
  it('passes every gate that asks about the person alone', () => {
    expect(about).toEqual([
      'wants-messages',
      'reachable',
      'resting',
      'tense',
      'available',
      'snoozed',
      'both-around',
      'apart',
      'day',
      'week',
    ]);
    expect(mayAsk(READY)).toBeUndefined();
  });

  it.each(personCases)('is held back by $gate, and only by that', ({ shuts, leavesOpen, waits }) => {
    const shut = mayAsk(shuts(READY));

    expect(shut).toEqual(waits ? { until: expect.any(Number) } : {});
    expect(mayAsk(leavesOpen(READY))).toBeUndefined();
  });

  it('needs no tick for a reason and no end of the first days', () => {
    const newcomer = ben(({ time }) => ({ consentedAt: time }))(READY);
    const noReason = bensSettings({ reasons: [] })(READY);

    expect(mayAsk(newcomer)).toBeUndefined();
    expect(mayAsk(noReason)).toBeUndefined();
  });

  it('may come again when the person is free, whoever of the two it is for', () => {
    const busy = ben(({ time }) => ({ busy: [{ from: time, until: time + HOUR }] }))(READY);

    expect(mayAsk(busy)).toEqual({ until: READY.time + HOUR });
    expect(mayAsk(busy, ANA)).toBeUndefined();
  });

  it('needs only its own tick where it has one', () => {
    const wantsNothing = bensSettings({ coaching: false, reasons: [] })(READY);
    const may = (reason: NoticeReason) => mayNotice(wantsNothing, { to: BEN, reason }, wantsNothing.time);

    for (const reason of ['recap', 'check-in'] as const) expect(may(reason)).toBeUndefined();
    for (const reason of ['renewal', 'first-look', 'graduation'] as const) expect(may(reason)).toBeDefined();
  });

  it.each(['renewal', 'first-look', 'recap', 'check-in', 'graduation'] as const)(
    '%s comes however rarely nudges do: it has a time of its own',
    (reason) => {
      const rarely = ben(({ time }) => ({
        ignoredInARow: 5,
        coachedAt: time - DAY,
        ownAccord: [{ week: weekOf(time), count: 90 }],
      }))(READY);

      expect(mayNotice(rarely, { to: BEN, reason }, rarely.time)).toBeUndefined();
    },
  );

  it('that comes by the week waits for the first days to be over, where these are quiet', () => {
    const newcomer = ben(({ time }) => ({ consentedAt: time }))(READY);
    const may = (reason: NoticeReason, quietStart: boolean) =>
      mayNotice(newcomer, { to: BEN, reason, quietStart }, newcomer.time);

    expect([may('recap', true), may('check-in', true)]).toEqual([{}, {}]);
    expect(mayNotice(newcomer, { to: BEN, reason: 'recap' }, newcomer.time)).toBeUndefined();
    expect([may('recap', false), may('first-look', true), may('renewal', true)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
