import type { Answer, Command, Noticed } from '../src/ports/command.ts';
import { texts } from '../src/texts/texts.ts';
import { say } from './_answers.ts';

const wording = texts.noticed;

/** "What did Nod notice?" on a message of one's own: what kind it heard, and why. Never anything about an answer. */
export const command = {
  summary: texts.summaries.noticed,
  where: 'anywhere',
  hidden: true,
  options: [],

  run: async () => say(wording.where),

  menus: {
    [wording.name]: {
      where: ['channel'],
      summary: texts.summaries.noticed,
      run: async (pointed, nod) => answerTo(await nod.notices(pointed)),
    },
  },
} satisfies Command;

function answerTo(noticed: Noticed): Answer {
  switch (noticed.is) {
    case 'bid': {
      const why = noticed.because.length > 0 ? wording.because(noticed.because) : wording.likeness;
      return say([wording.heard[noticed.kind], why, noticed.typed ? wording.aboutTyped : wording.about].join('\n'));
    }
    case 'nothing':
      return say(wording.nothing);
    case 'being-said':
      return say(wording.beingSaid);
    case 'unread':
      return say(wording.unread);
    case 'forgotten':
      return say(wording.forgotten);
    case 'elsewhere':
      return say(wording.elsewhere);
    case 'resting':
    case 'none':
      return say(texts.common[noticed.is]);
  }
}
