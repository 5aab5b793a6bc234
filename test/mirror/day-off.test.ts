import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR, type Instant, MINUTE } from '../../src/domain/time.ts';
import { at, couple, PASSES_BY, say, WORRY } from '../engine/couple.ts';
import { DAYS, FIRST_DAY, type Month, months } from './month.ts';
import { offFrom, secretWhere } from './secrets.ts';
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

/** Where on its day the line is said; the others write a few times on each. */
const PLACES = ['before anybody else writes', 'as the second line', 'as a later line'] as const;
type Place = (typeof PLACES)[number];
/** So long before it and after it nobody says anything, so that it is an utterance of its own. */
const ALONE = 5 * MINUTE;

/** What is written in the month, by day; instants alone. */
function writtenOn({ ana, reached, bens: [ben] }: Month, day: Instant): readonly Instant[] {
  return [...ana.acts, ...reached, ...ben.acts]
    .filter(({ at, deed }) => deed.do === 'write' && at >= day && at < day + DAY)
    .map(({ at }) => at)
    .sort((one, other) => one - other);
}

/** When the line is said, and since when a day off may begin with it alone; undefined where there is no room for it. */
function room(month: Month, nth: number, place: Place): { readonly since: Instant; readonly at: Instant } | undefined {
  const day = FIRST_DAY + nth * DAY;
  const written = writtenOn(month, day);
  const [first = day] = written;
  if (place === PLACES[0]) return { since: day, at: day + Math.floor((first - day) / HOUR / 2) * HOUR };
  const ends = written.map((since, before) => ({ since, until: written[before + 1] ?? day + DAY }));
  const rooms = ends.filter(({ since, until }) => until - since > 2 * ALONE);
  const found = place === PLACES[1] ? rooms.find(({ since }) => since === first) : rooms.at(-1);
  return found && { since: found.since + 1, at: Math.min(found.since + 2 * HOUR, found.until - ALONE) };
}

/** A secret by which, of all days of the month, this one alone is off, and that from the line on. */
function secretFor({ since, at }: NonNullable<ReturnType<typeof room>>): string {
  const days = Array.from({ length: DAYS + 7 }, (_, nth) => FIRST_DAY - DAY + nth * DAY);
  const day = at - (at % DAY);
  return secretWhere((chance) => {
    const from = offFrom(chance, day) ?? Number.POSITIVE_INFINITY;
    const begins = from >= since && from <= at;
    return begins && days.every((one) => one === day || offFrom(chance, one) === undefined);
  });
}

/** The month with one line more of Ben's. */
function withLine(month: Month, at: Instant, text: string): Month {
  return { ...month, reached: [...month.reached, { at, by: 'ben', deed: { do: 'write', text } }] };
}

async function anaSees(month: Month, options: { secret: string; daysOff: boolean }): Promise<readonly string[]> {
  const { screens } = await live(month, 0, {}, options);
  return screens.ana.seen.map((seen) => JSON.stringify(seen)).sort();
}

describe('a rest after a risk and a silent day off', () => {
  const drawn = fc.record({
    month: months,
    day: fc.integer({ min: 2, max: DAYS - 5 }),
    risk: fc.constantFrom(...RISKS),
  });
  const sampled = (numRuns: number) =>
    fc.sample(drawn, { seed: SEED, numRuns }).flatMap((one) =>
      PLACES.flatMap((place) => {
        const line = room(one.month, one.day, place);
        return line ? [{ ...one, place, line }] : [];
      }),
    );
  const cases = sampled(RUNS);

  it('are tried before anybody else writes on a day, and after', () => {
    expect(new Set(cases.map(({ place }) => place))).toEqual(new Set(PLACES));
  });

  it.each(cases)('look the same to the other partner ($place on day $day, $risk)', async (one) => {
    const { month, line, risk } = one;
    const secret = secretFor(line);

    const afterRisk = await anaSees(withLine(month, line.at, risk), { secret, daysOff: false });
    const dayOff = await anaSees(withLine(month, line.at, HARMLESS), { secret, daysOff: true });

    expect(afterRisk.find((seen, nth) => seen !== dayOff[nth])).toBeUndefined();
    expect(afterRisk).toHaveLength(dayOff.length);
  });

  /** In a month in which Ana gets no messages anyway, a rest shows in nothing. */
  it.each([PLACES[0], PLACES[2]])(
    'are not both nothing: a month without either looks different (%s)',
    { timeout: 60_000 },
    async (place) => {
      let told = false;
      for (const { month, line } of sampled(8).filter((one) => one.place === place)) {
        const secret = secretFor(line);
        const lived = withLine(month, line.at, HARMLESS);
        const [dayOff, neither] = [
          await anaSees(lived, { secret, daysOff: true }),
          await anaSees(lived, { secret, daysOff: false }),
        ];
        told = JSON.stringify(neither) !== JSON.stringify(dayOff);
        if (told) break;
      }

      expect(told).toBe(true);
    },
  );

  it.each(RISKS.flatMap((risk) => [false, true].map((isFirst) => ({ risk, isFirst }))))(
    'take a message that is out back at the same instant ($risk, first of its day: $isFirst)',
    ({ risk, isFirst }) => {
      const oneInTheNight = (key: string) => (key.startsWith('day-off-from:') ? 1 / 24 : 0.5);
      const chance = (key: string) => (key === 'day-off:2026-11-26' ? 0 : oneInTheNight(key));
      const [afterRisk, dayOff] = [couple({ chance }), couple({ chance, options: { daysOff: true } })];
      [afterRisk, dayOff].forEach((their, world) => {
        their.hear(say('ben', '25 20:00', WORRY), say('ana', '25 20:03', PASSES_BY));
        their.sleepUntil(at('26 01:30'));
        if (!isFirst) their.hear(say('ana', '26 01:40', PASSES_BY));
        their.hear(say('ben', '26 02:00', world === 0 ? risk : HARMLESS));
        their.sleepUntil(at('26 03:00'));
      });

      expect(afterRisk.effects.map((effect) => effect.do)).toEqual(['nudge', 'retract']);
      expect(afterRisk.effects).toEqual(dayOff.effects);
    },
  );
});
