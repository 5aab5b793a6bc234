import type { Command } from '../src/ports/command.ts';
import { texts } from '../src/texts/en.ts';
import { turnInto } from './_answers.ts';

/** What is kept, generated from the retention table, and what each can do about it. */
export const command = {
  summary: texts.summaries.privacy,
  where: 'anywhere',
  options: [],

  async run(_ask, nod) {
    const { heading, words, row, yours, more } = texts.privacy;
    return {
      card: {
        text: [heading, words, ...nod.retention().map(row), yours].join('\n'),
        rows: [{ buttons: [{ label: more, path: 'privacy', action: 'rights' }] }],
      },
    };
  },

  presses: {
    rights: async (_press, nod) => {
      return turnInto({ text: [texts.privacy.rights, texts.consent.about.host(nod.host, nod.encrypted)].join('\n\n') });
    },
  },
} satisfies Command;
