import type { Command } from '../src/ports/command.ts';
import { texts } from '../src/texts/texts.ts';
import { say } from './_answers.ts';

/** Tells both alike whether Nod listens, and never why it does not. */
export const command = {
  summary: texts.summaries.status,
  where: 'anywhere',
  options: [],

  async run(_ask, nod) {
    const { listening } = await nod.standing();
    return say(texts.common[listening]);
  },
} satisfies Command;
