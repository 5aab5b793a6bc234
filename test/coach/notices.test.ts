import { describe, expect, it } from 'vitest';
import { PERSON_GATES } from '../../src/coach/gates/table.ts';
import { mayNotice } from '../../src/coach/notices.ts';
import type { DyadState } from '../../src/domain/dyad.ts';
import { HOUR } from '../../src/domain/time.ts';
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
      'back-off',
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
});
