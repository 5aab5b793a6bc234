import { describe, expect, it } from 'vitest';
import { GATES, OWN_GATES } from '../../src/coach/gates/table.ts';
import { ownSilences } from '../../src/coach/own-silences.ts';
import type { DyadState } from '../../src/domain/dyad.ts';
import { OWN_SILENCES } from '../../src/domain/own-silence.ts';
import { HOUR } from '../../src/domain/time.ts';
import { when } from '../support/dyad-state.ts';
import { ben, GATE_CASES, whispering } from './gate-cases.ts';

const READY = whispering('silence');
const bens = (state: DyadState, at = state.time) => ownSilences(state.partners[1], at);

const ids: readonly string[] = OWN_GATES.map(({ id }) => id);
const own = GATE_CASES.filter(({ gate }) => ids.includes(gate));
const others = GATE_CASES.filter(({ gate }) => !ids.includes(gate));
const named = (gate: string) => (gate === 'available' ? 'busy' : gate);

describe('what of a person’s own keeps Nod silent', () => {
  it('is nothing where a message could come', () => {
    expect(bens(READY)).toEqual([]);
  });

  it.each(own)('names $gate, and only that', ({ gate, shuts, leavesOpen }) => {
    expect(bens(shuts(READY)).map(({ because }) => because)).toEqual([named(gate)]);
    expect(bens(leavesOpen(READY))).toEqual([]);
  });

  it.each(others)('says nothing of $gate, which is not their own', ({ shuts }) => {
    expect(bens(shuts(READY))).toEqual([]);
  });

  it('tells being busy from hours of sleep, each with its end', () => {
    const until = READY.time + HOUR;
    const busy = ben(({ time }) => ({ busy: [{ from: time, until }] }))(READY);

    expect(bens(busy)).toEqual([{ because: 'busy', until }]);
    expect(bens(READY, when('2026-11-25T23:00'))).toEqual([
      { because: 'quiet-hours', until: when('2026-11-26T08:00') },
    ]);
  });

  it('has no end where the settings leave no free minute', () => {
    const always = { ...READY.partners[1].settings, away: [{ from: 8 * 60, until: 22 * 60 }] };

    expect(bens(ben(() => ({ settings: always }))(READY))).toEqual([{ because: 'quiet-hours' }]);
  });

  it('has a name for every gate of one’s own', () => {
    const names = ids.flatMap((id) => (id === 'available' ? ['busy', 'quiet-hours'] : [id]));

    expect(names).toEqual([...OWN_SILENCES]);
    for (const gate of OWN_GATES) expect(GATES).toContain(gate);
  });
});
