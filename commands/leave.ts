import type { Command } from '../src/ports/command.ts';
import { texts } from '../src/texts/texts.ts';
import { change, turnInto } from './_answers.ts';

/** Ends Nod on the asker's side after asking once; posts nothing. */
export const command = {
  summary: texts.summaries.leave,
  where: 'anywhere',
  options: [],

  async run() {
    const confirm = { label: texts.leave.confirm, path: 'leave', action: 'yes', look: 'danger' } as const;
    return { card: { text: texts.leave.ask, rows: [{ buttons: [confirm] }] } };
  },

  presses: {
    yes: async (_press, nod) => turnInto({ text: await change(nod, { do: 'leave' }) }),
  },
} satisfies Command;
