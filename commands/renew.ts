import type { Answer, Command, NodForAsker } from '../src/ports/command.ts';
import { texts } from '../src/texts/texts.ts';
import { change, say, turnInto } from './_answers.ts';
import { renewalCard, shownTerms } from './_renewal.ts';

/** Asks for a yes again, privately; its card hangs on other answers and on a direct message. */
export const command = {
  summary: texts.summaries.renew,
  where: 'anywhere',
  hidden: true,
  options: [],

  run: async (_ask, nod) => ask(nod),

  presses: {
    show: async (_press, nod) => ask(nod),
    yes: async (press, nod) => {
      const renewal = await nod.renewal();
      // What was agreed to is what the card said: if that has changed since, it is shown first.
      if (renewal && press.id !== shownTerms(renewal.terms)) return turnInto(renewalCard(renewal, nod));
      return turnInto({ text: (await nod.renew()) ? texts.renewal.renewed : texts.common.none });
    },
    no: async (_press, nod) => turnInto({ text: await change(nod, { do: 'pause' }) }),
  },
} satisfies Command;

async function ask(nod: NodForAsker): Promise<Answer> {
  const renewal = await nod.renewal();
  return renewal ? { card: renewalCard(renewal, nod) } : say(texts.common.done);
}
