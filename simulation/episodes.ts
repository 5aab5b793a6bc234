import { DAY, HOUR, MINUTE } from '../src/domain/time.ts';
import type { Strain } from './chronicle.ts';
import { choose, type Life, say } from './life.ts';
import { APOLOGY } from './lines/apologies.ts';
import { COMPLAINTS, HARSH, RISKS, TENDER } from './lines/asides.ts';
import { isAwake } from './presence.ts';
import { reachOut, reachWith } from './reaching.ts';

/** What happens in some couples' weeks besides everyday life. Days count from 0. */

/** Every third evening they quarrel, with bids before and amid it, and mostly make up. */
export function hasFights(life: Life, day: number): void {
  if (day % 3 !== 1) return;
  const from = life.now + life.fate.between(14, 20) * HOUR;
  const { agenda, fate } = life;
  agenda.put(from - 12 * MINUTE, () => reachOut(life, 'ana'));
  const lines = Math.floor(fate.between(3, 7));
  for (let line = 0; line < lines; line += 1) {
    const who = line % 2 === 0 ? 'ana' : 'ben';
    agenda.put(from + line * fate.between(1, 3) * MINUTE, () =>
      strain(life, who, { what: 'harsh', text: fate.pick(HARSH) }),
    );
  }
  agenda.put(from + 8 * MINUTE, () => reachOut(life, 'ana'));
  if (fate.happens(0.7)) agenda.put(from + fate.between(25, 90) * MINUTE, () => reachWith(life, 'ben', APOLOGY));
  agenda.put(from + 95 * MINUTE, () => reachOut(life, 'ana'));
}

/** Something that sounds like danger: alone, and once twice within a week. */
export function hasRisks(life: Life, day: number): void {
  const kinds = { 9: 'self-harm', 24: 'coercion', 27: 'violence', 48: 'self-harm' } as const;
  const what = kinds[day as keyof typeof kinds];
  if (!what) return;
  const at = life.now + life.fate.between(12, 19) * HOUR;
  life.agenda.put(at - 20 * MINUTE, () => reachOut(life, 'ana'));
  life.agenda.put(at, () => strain(life, 'ana', { what, text: life.fate.pick(RISKS[what]) }));
  life.agenda.put(at + 10 * MINUTE, () => reachOut(life, 'ana'));
}

/** Evenings for two, and one with a death. */
export function hasTenderEvenings(life: Life, day: number): void {
  if (day % 2 === 0) return;
  const at = life.now + life.fate.between(15, 19.5) * HOUR;
  life.agenda.put(at - 25 * MINUTE, () => reachOut(life, 'ana'));
  life.agenda.put(at, () => strain(life, 'ana', { what: 'tender', text: life.fate.pick(TENDER) }));
  life.agenda.put(at + 5 * MINUTE, () => reachOut(life, 'ana'));
}

/** Bid upon bid, and complaints that they are not answered. */
export function hasFlood(life: Life, day: number): void {
  if (day % 2 === 1) return;
  const from = life.now + life.fate.between(9, 18) * HOUR;
  for (let each = 0; each < 6; each += 1) life.agenda.put(from + each * 4 * MINUTE, () => reachOut(life, 'ana'));
  if (!life.fate.happens(0.5)) return;
  const text = life.fate.pick(COMPLAINTS);
  life.agenda.put(from + 40 * MINUTE, () => strain(life, 'ana', { what: 'harsh', text }));
}

/** Ben is gone for eight days, from the third week on; Ana goes on writing. */
export function hasDaysAway(life: Life, day: number): void {
  if (day === 16) life.gone.ben.push({ from: life.now + 10 * HOUR, until: life.now + 8 * DAY + 14 * HOUR });
}

/** Nights one week, days the next; both tell Nod, a week apart. */
export function rotatesShifts(life: Life, day: number): void {
  if (day % 7 !== 0) return;
  const isOdd = (day / 7) % 2 === 1;
  life.agenda.put(life.now + 11 * HOUR, () => {
    choose(life, 'ana', isOdd ? NIGHTS : DAYS);
    choose(life, 'ben', isOdd ? DAYS : NIGHTS);
  });
}

const NIGHTS = { quiet: { from: 8 * 60, until: 15 * 60 }, away: [{ from: 21 * 60, until: 7 * 60 }] };
const DAYS = { quiet: { from: 22 * 60, until: 6 * 60 }, away: [{ from: 8 * 60, until: 16 * 60 }] };

/** Now and then one pauses, asks for quiet, or wants fewer reasons. */
export function usesSwitches(life: Life, day: number): void {
  const { ben, ana } = life.truth.people;
  const noon = life.now + 12 * HOUR;
  if (day % 9 === 4) {
    const until = noon + 20 * HOUR;
    life.agenda.put(noon, () => {
      ben.snoozed.push({ from: noon, until });
      life.nod.change('ben', { do: 'snooze', until }, noon);
    });
  }
  if (day % 10 === 6) {
    const who = day % 20 === 6 ? 'ana' : 'ben';
    life.agenda.put(noon, () => life.nod.change(who, { do: 'pause' }, noon));
    life.agenda.put(noon + DAY, () => life.nod.change(who, { do: 'resume' }, noon + DAY));
    (who === 'ana' ? ana : ben).off.push({ from: noon, until: noon + DAY });
  }
  if (day === 20) life.agenda.put(noon, () => choose(life, 'ben', { reasons: ['passed-over'] }));
  if (day === 40) life.agenda.put(noon, () => choose(life, 'ben', { coaching: false }));
}

function strain(life: Life, by: 'ana' | 'ben', { what, text }: Pick<Strain, 'what'> & { readonly text: string }): void {
  if (!isAwake(life, by, life.now)) return;
  life.truth.strains.push({ at: say(life, by, text).endedAt, what });
}
