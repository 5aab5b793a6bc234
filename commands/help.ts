import type { Command } from '../src/ports/command.ts';
import { texts } from '../src/texts/en.ts';
import { say } from './_answers.ts';

/** What Nod does, and where to find people to talk to; the same for everyone at all times. */
export const command = {
  summary: texts.summaries.help,
  where: 'anywhere',
  options: [],

  async run() {
    const { what, support, worried, unsafe } = texts.help;
    return say([what, support, worried, unsafe].join('\n\n'));
  },
} satisfies Command;
