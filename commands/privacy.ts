import type { Card } from '../src/ports/card.ts';
import type { Command, NodForAsker } from '../src/ports/command.ts';
import { texts } from '../src/texts/texts.ts';
import { turnInto } from './_answers.ts';

/** What is kept, generated from the retention table, and what each can do about it. */
export const command = {
  summary: texts.summaries.privacy,
  where: 'anywhere',
  options: [],

  run: async (_ask, nod) => ({ card: keptPage(nod) }),

  presses: {
    show: async (_press, nod) => turnInto(keptPage(nod)),
    rights: async (_press, nod) =>
      turnInto({
        text: [texts.privacy.rights, texts.consent.about.host(nod.host, nod.encrypted)].join('\n\n'),
        rows: [{ buttons: [{ label: texts.common.back, path: 'privacy', action: 'show' }] }],
      }),
  },
} satisfies Command;

function keptPage(nod: NodForAsker): Card {
  const { heading, words, row, yours, more } = texts.privacy;
  return {
    text: [heading, words, ...nod.retention().map(row), yours].join('\n'),
    rows: [{ buttons: [{ label: more, path: 'privacy', action: 'rights' }] }],
  };
}
