import type { Command } from '../src/ports/command.ts';
import { texts } from '../src/texts/en.ts';
import { say } from './_answers.ts';

/** What is kept, generated from the retention table, and what each can do about it. */
export const command = {
  summary: texts.summaries.privacy,
  where: 'anywhere',
  options: [],

  async run(_ask, nod) {
    const { heading, words, row, rights } = texts.privacy;
    const host = texts.consent.about.host(nod.host);
    return say([heading, words, ...nod.retention().map(row), '', rights, '', host].join('\n'));
  },
} satisfies Command;
