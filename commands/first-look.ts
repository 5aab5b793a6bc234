import type { Answer, Command, NodForAsker, Press } from '../src/ports/command.ts';
import { texts } from '../src/texts/texts.ts';
import { turnInto, withOwnSide } from './_answers.ts';
import { firstLookCard } from './_first-look.ts';

/** Looks back over all of the first days, whenever their card is opened. */
const FIRST_DAYS = 7;

/** Answers the card that comes when the quiet first days are over. */
export const command = {
  summary: texts.summaries['first-look'],
  where: 'anywhere',
  hidden: true,
  options: [],

  run: async () => ({ card: { text: texts.common.done } }),

  presses: {
    yes: (press, nod) => answer(press, nod, 'yes'),
    no: (press, nod) => answer(press, nod, 'no'),
    never: (press, nod) => answer(press, nod, 'never'),
  },
} satisfies Command;

function answer(press: Press, nod: NodForAsker, helps: 'yes' | 'no' | 'never'): Promise<Answer> {
  return withOwnSide(nod, async () => {
    if (/^\d$/.test(press.id)) await nod.submit({ do: 'first-look', index: Number(press.id), helps });
    const mirror = await nod.mirror(FIRST_DAYS);
    return withOwnSide(nod, (own) => turnInto(firstLookCard(own, mirror)));
  });
}
