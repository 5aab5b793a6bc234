import type { Card } from '../../src/ports/card.ts';
import type { Command, NodForAsker } from '../../src/ports/command.ts';
import { texts } from '../../src/texts/texts.ts';
import { turnInto } from '../_answers.ts';

const wording = texts.rights.delete;

/** Deletes all that Nod has of the asker, after asking once; alike for somebody Nod never heard of. */
export const command = {
  summary: texts.summaries.delete,
  where: 'anywhere',
  options: [],

  async run(_ask, nod) {
    return { card: await askCard(nod, wording.ask) };
  },

  presses: {
    // The button carries what it was made for: pressed again later, it takes nothing that began since.
    yes: async (press, nod) => {
      const upTo = Number(press.id);
      const isDone = Number.isSafeInteger(upTo) && (await nod.forget(upTo));
      if (isDone) return turnInto({ text: wording.done });
      return turnInto(await askCard(nod, `${wording.newer}\n\n${wording.ask}`));
    },
  },
} satisfies Command;

async function askCard(nod: NodForAsker, text: string): Promise<Card> {
  const id = String(await nod.newestCouple());
  const confirm = { label: wording.confirm, path: 'data/delete', action: 'yes', id, look: 'danger' } as const;
  return { text, rows: [{ buttons: [confirm] }] };
}
