import { createDice } from '../../training/dice.ts';

/** A seeded week of one couple's chat: the same seed gives the same week. */

export type ChatStep =
  | {
      readonly at: number;
      readonly by: 'ana' | 'ben';
      readonly does: 'say';
      readonly text: string;
      readonly reply?: true;
    }
  | { readonly at: number; readonly by: 'ana' | 'ben'; readonly does: 'react'; readonly emoji: string }
  | { readonly at: number; readonly by: 'ana' | 'ben'; readonly does: 'edit'; readonly text: string };

const OPENERS: readonly (readonly string[])[] = [
  ['guess what', 'I GOT IT', '🎉'],
  ['they said yes to my draft!!'],
  ['today was awful, i feel so low'],
  ['i think i messed up the interview'],
  ['miss your face'],
  ['thank you for doing the dishes ❤️'],
  ['can you call the landlord'],
  ['movie tonight?'],
  ['how did the dentist go'],
  ['did you sleep ok'],
  ['look at this dog', 'he has a tiny hat'],
  ['bet you cannot guess what the cat did 😏'],
  ['sorry i snapped, that was not about you'],
  ['on the bus'],
  ['home in ten'],
];
const ANSWERS = [
  'no way, tell me everything!!',
  'oh love, that sounds so hard. want to talk?',
  'miss you too',
  'yes! what time?',
  'nice',
  'did you move the car?',
  'went fine, they only looked',
  'in a meeting, want to hear it tonight',
  'haha what did she do',
  'ok we are good, come here',
  'k',
];
const HEARTS = ['❤️', '🎉', '👍', '😂'];
const HARSH = ['you never listen to me', 'whatever. i am done talking'];

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Seven days of scenes: somebody opens, the other answers, reacts, speaks past it or is silent. */
export function weekOfChat(seed: number, from: number): readonly ChatStep[] {
  const dice = createDice(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(dice() * from.length)] as T;
  const steps: ChatStep[] = [];
  for (let day = 0; day < 7; day += 1) {
    let at = from + day * DAY + Math.floor(dice() * 30) * MINUTE;
    for (let scene = 0; scene < 9; scene += 1) {
      const by = dice() < 0.5 ? 'ana' : 'ben';
      const other = by === 'ana' ? 'ben' : 'ana';
      const lines = dice() < 0.04 ? [pick(HARSH)] : pick(OPENERS);
      for (const text of lines) {
        steps.push({ at, by, does: 'say', text });
        at += 5_000 + Math.floor(dice() * 40_000);
      }
      at += 20_000 + Math.floor(dice() * 25) * MINUTE;
      const fate = dice();
      if (fate < 0.5)
        steps.push({ at, by: other, does: 'say', text: pick(ANSWERS), ...(dice() < 0.2 ? { reply: true } : {}) });
      else if (fate < 0.75) steps.push({ at, by: other, does: 'react', emoji: pick(HEARTS) });
      else if (fate < 0.82) steps.push({ at, by, does: 'edit', text: `${lines.at(-1)} really` });
      at += (3 + Math.floor(dice() * 80)) * MINUTE;
    }
  }
  return steps;
}
