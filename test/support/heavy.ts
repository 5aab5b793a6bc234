import { command as whisper } from '../../commands/whisper.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import type { Reader } from '../../src/domain/reading.ts';
import type { Button } from '../../src/ports/card.ts';
import { type Log, SILENT_LOG } from '../../src/ports/log.ts';
import { buttonsOf, cardOf } from './pressing.ts';
import { ANA, CHANNEL, openCouple, type Stage } from './runner-stage.ts';

/** A couple one of whom writes something heavy, and what became of that. */

export const HEAVY = 'something heavy';

/** Hears one line as what a test is about, with the confidence given; no model of ours is that sure of it. */
export const hearing =
  (confidence: number, kind: 'self-harm' | 'violence' | 'coercion' = 'self-harm') =>
  (reader: Reader): Reader =>
  (said, context) =>
    said.text === HEAVY
      ? { risk: { kind, confidence, because: ['self-harm/not-alive'] }, tender: false }
      : reader(said, context);

export const openHeard = (supportCard: boolean, reader = hearing(0.97), log: Log = SILENT_LOG) =>
  openCouple({ reader, log, options: { quietStart: false, daysOff: false, supportCard } });

export async function sayHeavy(stage: Stage): Promise<void> {
  await stage.say(ANA, HEAVY);
  await stage.pass(2);
}

/** Everything that was saved, but for what was drawn: how long a rest lasts, and from when on a day may be off. */
export function savedBy({ batches }: Stage): string {
  const drawn = ['restUntil', 'until', 'wakeAt'];
  const shown = (name: string, value: unknown) => (drawn.includes(name) ? 'drawn' : value);
  return JSON.stringify(batches, shown, 1);
}

export async function openFrom({ listener, clock, whispers }: Stage, by: PersonId, at = -1): Promise<string> {
  const [button] = buttonsOf(whispers.at(at)?.card ?? { text: '' }) as [Button];
  const press = {
    by,
    channel: CHANNEL,
    where: 'dm',
    locale: 'en-GB',
    at: clock.now(),
    values: [],
    fields: {},
  } as const;
  return cardOf(await listener.pressed(whisper, { ...press, action: button.action, id: button.id ?? '' })).text;
}
