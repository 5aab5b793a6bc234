import { describe, expect, it } from 'vitest';
import { COUPLES } from '../../simulation/couples.ts';
import { liveWeeks } from '../../simulation/days.ts';
import { judge } from '../../simulation/judge.ts';
import type { Life } from '../../simulation/life.ts';
import { count } from '../../simulation/table.ts';
import { loadReaders } from '../../src/cli/load-reader.ts';
import type { PartnerSettings } from '../../src/domain/dyad.ts';

const PARTS = loadReaders();
const AUTUMN = Date.parse('2026-10-19T00:00+02:00'); // clocks go back in Berlin after a week, in New York after two
const LENIENT = { quietStart: false, daysOff: false };

interface Tried {
  readonly seed?: number;
  readonly weeks?: number;
  readonly quietStart?: boolean;
  readonly tellNod?: (settings: PartnerSettings) => PartnerSettings;
}

function liveAs(name: string, { seed = 1, weeks = 2, quietStart = true, tellNod }: Tried = {}): Life {
  const couple = COUPLES.find((one) => one.name === name);
  if (!couple) throw new RangeError(name);
  const options = { ...LENIENT, quietStart, daysOff: quietStart };
  return liveWeeks({ couple, seed, weeks, startedAt: AUTUMN, parts: PARTS, options, ...(tellNod ? { tellNod } : {}) });
}

/** What is forbidden about the whispers of a life, each cause once. */
function forbiddenIn(life: Life): readonly string[] {
  return [...new Set(judge(life.truth).flatMap(({ verdict }) => (verdict.is === 'forbidden' ? verdict.because : [])))];
}

describe('two weeks of every couple', () => {
  it.each(COUPLES.map(({ name }) => name))('hold no forbidden whisper: %s', (name) => {
    const life = liveAs(name);

    expect(forbiddenIn(life)).toEqual([]);
    expect(life.truth.bids.length).toBeGreaterThan(60);
  });

  it('are the same for the same seed, and others for another', () => {
    const [one, again, other] = [liveAs('avoidant'), liveAs('avoidant'), liveAs('avoidant', { seed: 2 })];

    expect(again.truth).toEqual(one.truth);
    expect(other.truth.lines).not.toEqual(one.truth.lines);
  });

  it('hold whispers of use, some of them acted on', () => {
    const rows = ['avoidant', 'never answering', 'growing', 'busy'].map((name) => liveAs(name, { weeks: 3 }));
    const counted = rows.map((life) => count(life, 3));
    const acts = rows.flatMap(({ truth }) => truth.bids.flatMap((bid) => bid.acts));

    expect(counted.reduce((sum, { timely }) => sum + timely, 0)).toBeGreaterThan(2);
    expect(acts.some(({ prompted }) => prompted)).toBe(true);
  });
});

describe('with a gate of the engine open, the judge finds', () => {
  it('whispers in their sleep', () => {
    const tellNod = (settings: PartnerSettings) => ({ ...settings, quiet: { from: 0, until: 0 } });

    expect(forbiddenIn(liveAs('long-distance', { weeks: 3, tellNod }))).toContain('asleep or at work');
  });

  it('whispers beyond the budget', () => {
    const tellNod = (settings: PartnerSettings) => ({ ...settings, nudgesPerDay: 9 });

    const found = [1, 2, 3].flatMap((seed) => forbiddenIn(liveAs('pressuring', { seed, tellNod })));

    expect(found).toContain('more than the budget');
  });

  it('whispers in the first days', () => {
    const found = [1, 2, 3].flatMap((seed) => forbiddenIn(liveAs('avoidant', { seed, weeks: 1, quietStart: false })));

    expect(found).toContain('in the first three days');
  });

  it('whispers by the clock of another zone', () => {
    const tellNod = (settings: PartnerSettings) => ({ ...settings, zone: 'Asia/Tokyo' });

    expect(forbiddenIn(liveAs('avoidant', { weeks: 3, tellNod }))).toContain('asleep or at work');
  });
});
