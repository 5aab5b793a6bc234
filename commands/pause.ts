import type { Command } from '../src/ports/command.ts';
import { texts } from '../src/texts/texts.ts';
import { change, say } from './_answers.ts';

/** Moves the asker's own switch off; posts nothing. */
export const command = {
  summary: texts.summaries.pause,
  where: 'anywhere',
  options: [],

  async run(_ask, nod) {
    return say(await change(nod, { do: 'pause' }));
  },
} satisfies Command;
