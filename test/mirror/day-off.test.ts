import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_OFF_CHANCE } from '../../src/domain/settings.ts';
import { DAY, HOUR, type Instant } from '../../src/domain/time.ts';
import { createChance } from '../../src/engine/chance.ts';
import { at, couple, PASSES_BY, say, WORRY } from '../engine/couple.ts';
import { DAYS, FIRST_DAY, type Month, months } from './month.ts';
import { live } from './world.ts';

/**
 * A rest after a risk against a silent day off: the other partner gets the same answers, messages and posts, to the
 * second. One world has a line of Ben's that sounds like danger, the other a day off that begins with a harmless one.
 */

const RUNS = Number(process.env['MIRROR_RUNS'] ?? 2);
const SEED = Number(process.env['MIRROR_SEED'] ?? 7);

const RISKS = [
  "i don't want to live anymore",
  'if you do that again i will hit you',
  'show me your phone or we are done',
];
const HARMLESS = 'on the bus now';

const dayOf = (then: Instant) => new Date(then).toISOString().slice(0, 10);

/** A secret by which, of all days of the month, this one alone is off; `1` is the couple's number. */
function secretFor(day: string): string {
  const days = Array.from({ length: DAYS + 7 }, (_, nth) => dayOf(FIRST_DAY - DAY + nth * DAY));
  const isOff = (secret: string, one: string) => createChance(`${secret}:1`)(`day-off:${one}`) < DAY_OFF_CHANCE;
  for (let tries = 0; ; tries += 1) {
    const secret = `secret ${tries}`;
    if (isOff(secret, day) && days.every((one) => one === day || !isOff(secret, one))) return secret;
  }
}

/** The month with a line of Ben's at the beginning of a day, before anybody else writes on it. */
function withLine(month: Month, begins: Instant, text: string): Month {
  return { ...month, reached: [...month.reached, { at: begins, by: 'ben', deed: { do: 'write', text } }] };
}

async function anaSees(month: Month, options: { secret: string; daysOff: boolean }): Promise<readonly string[]> {
  const { screens } = await live(month, 0, {}, options);
  return screens.ana.seen.map((seen) => JSON.stringify(seen)).sort();
}

describe('a rest after a risk and a silent day off', () => {
  const drawn = fc.record({
    month: months,
    day: fc.integer({ min: 2, max: DAYS - 5 }),
    hours: fc.constantFrom(1, 3, 5),
    risk: fc.constantFrom(...RISKS),
  });
  const cases = fc.sample(drawn, { seed: SEED, numRuns: RUNS });
  /** In a month in which Ana gets no messages anyway, a rest shows in nothing. */
  const moreCases = fc.sample(drawn, { seed: SEED, numRuns: 8 });

  it.each(cases)('look the same to the other partner (day $day, $risk)', async ({ month, day, hours, risk }) => {
    const begins = FIRST_DAY + day * DAY + hours * HOUR;
    const secret = secretFor(dayOf(begins));

    const afterRisk = await anaSees(withLine(month, begins, risk), { secret, daysOff: false });
    const dayOff = await anaSees(withLine(month, begins, HARMLESS), { secret, daysOff: true });

    expect(afterRisk.find((one, place) => one !== dayOff[place])).toBeUndefined();
    expect(afterRisk).toHaveLength(dayOff.length);
  });

  it('are not both nothing: a month without either looks different', { timeout: 60_000 }, async () => {
    let told = false;
    for (const { month, day, hours } of moreCases) {
      const begins = FIRST_DAY + day * DAY + hours * HOUR;
      const secret = secretFor(dayOf(begins));
      const lived = withLine(month, begins, HARMLESS);
      const [dayOff, neither] = [
        await anaSees(lived, { secret, daysOff: true }),
        await anaSees(lived, { secret, daysOff: false }),
      ];
      told = JSON.stringify(neither) !== JSON.stringify(dayOff);
      if (told) break;
    }

    expect(told).toBe(true);
  });

  it.each(RISKS)('take a message that is out back at the same instant (%s)', (risk) => {
    const chance = (key: string) => (key === 'day-off:2026-11-26' ? 0 : 0.5);
    const [afterRisk, dayOff] = [couple({ chance }), couple({ chance, options: { daysOff: true } })];
    [afterRisk, dayOff].forEach((their, world) => {
      their.hear(say('ben', '25 20:00', WORRY), say('ana', '25 20:03', PASSES_BY));
      their.sleepUntil(at('26 01:30'));
      their.hear(say('ben', '26 02:00', world === 0 ? risk : HARMLESS));
      their.sleepUntil(at('26 03:00'));
    });

    expect(afterRisk.effects.map((effect) => effect.do)).toEqual(['nudge', 'retract']);
    expect(afterRisk.effects).toEqual(dayOff.effects);
  });
});
