import { DAY_OFF_CHANCE } from '../../src/domain/settings.ts';
import { DAY, type Instant } from '../../src/domain/time.ts';
import { createChance } from '../../src/engine/chance.ts';

/** Secrets from which chance draws the days off that a test needs. */

type Chance = ReturnType<typeof createChance>;

/** The first secret whose chance it holds of; `1` is the couple's number. */
export function secretWhere(holds: (chance: Chance) => boolean): string {
  for (let tries = 0; ; tries += 1) {
    const secret = `secret ${tries}`;
    if (holds(createChance(`${secret}:1`))) return secret;
  }
}

/** From when on the UTC day is off, if it is: it begins with whatever is said first from then on. */
export function offFrom(chance: Chance, day: Instant): Instant | undefined {
  const name = new Date(day).toISOString().slice(0, 10);
  if (chance(`day-off:${name}`) >= DAY_OFF_CHANCE) return undefined;
  return day + chance(`day-off-from:${name}`) * DAY;
}
