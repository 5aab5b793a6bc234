import { REASONS } from '../src/domain/nudge.ts';
import type { Command } from '../src/ports/command.ts';
import { texts } from '../src/texts/texts.ts';
import { change, turnInto } from './_answers.ts';

/** Answers the card that says Nod steps back: whoever wants the messages again gets those they had. */
export const command = {
  summary: texts.summaries.graduation,
  where: 'anywhere',
  hidden: true,
  options: [],

  run: async () => ({ card: { text: texts.common.done } }),

  presses: {
    keep: async (press, nod) => {
      const reasons = REASONS.filter((reason) => press.id.split('.').includes(reason));
      const settings = { coaching: reasons.length > 0, reasons };
      return turnInto({ text: await change(nod, { do: 'settings', settings }, texts.graduation.kept) });
    },
  },
} satisfies Command;
