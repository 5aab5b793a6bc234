import type { Command } from '../src/ports/command.ts';
import { texts } from '../src/texts/texts.ts';
import { change, say } from './_answers.ts';
import { renewalCard } from './_renewal.ts';

/** Moves the asker's own switch on again, or asks first where their yes has run out; posts nothing. */
export const command = {
  summary: texts.summaries.resume,
  where: 'anywhere',
  options: [],

  async run(_ask, nod) {
    const renewal = await nod.renewal();
    return renewal ? { card: renewalCard(renewal, nod) } : say(await change(nod, { do: 'resume' }));
  },
} satisfies Command;
