import type { Card } from '../src/ports/card.ts';
import type { Answer, Command, SomeHints, Suggested } from '../src/ports/command.ts';
import { texts } from '../src/texts/texts.ts';
import { say, turnInto } from './_answers.ts';

const wording = texts.respond;

/** So many general ways are shown at once, as of the hints. */
const A_FEW = 3;
const PAGES = Math.ceil(wording.general.length / A_FEW);

/**
 * "Help me respond" on what the partner wrote: moves to make in one's own words, never words to send. Its buttons
 * carry which hints come next, and nothing of the message.
 */
export const command = {
  summary: texts.summaries.respond,
  where: 'anywhere',
  hidden: true,
  options: [],

  run: async () => say(wording.where),

  menus: {
    [wording.name]: {
      where: ['channel', 'direct'],
      summary: texts.summaries.respond,
      run: async (pointed, nod) => answerTo(await nod.suggest(pointed)),
    },
  },

  presses: {
    another: async (press, nod) => {
      const hints = nod.furtherHints(press.id);
      return hints === undefined ? say(texts.common.outdated) : turnInto(hintsCard(hints));
    },
    'another-general': async (press) => turnInto(generalCard(readPage(press.id))),
  },
} satisfies Command;

function answerTo(suggested: Suggested): Answer {
  switch (suggested.is) {
    case 'hints':
      return { card: hintsCard(suggested) };
    case 'general':
      return { card: generalCard(0) };
    case 'unread':
      return { card: generalCard(0, wording.unread) };
    case 'calm':
      return say(wording.calm);
    case 'own':
      return say(wording.own);
    case 'elsewhere':
      return say(wording.elsewhere);
    case 'not-both':
      return say(wording.notBoth);
    case 'resting':
    case 'none':
      return say(texts.common[suggested.is]);
  }
}

function hintsCard({ kind, hints, next }: SomeHints): Card {
  const slowly = kind === 'vulnerability' ? [wording.slowly] : [];
  return {
    text: [wording.heading, texts.whisper.about[kind], ...slowly, ...hints.map(listed), wording.kept].join('\n'),
    rows: [{ buttons: [{ label: wording.another, path: 'respond', action: 'another', id: next }] }],
  };
}

function generalCard(page: number, first?: string): Card {
  const few = wording.general.slice(page * A_FEW, (page + 1) * A_FEW).map(listed);
  const id = String((page + 1) % PAGES);
  return {
    text: [wording.generalHeading, ...(first === undefined ? [] : [first]), ...few, wording.kept].join('\n'),
    rows: [{ buttons: [{ label: wording.another, path: 'respond', action: 'another-general', id }] }],
  };
}

const listed = (line: string) => `· ${line}`;

/** The page a button leads to; the first for anything else. */
function readPage(id: string): number {
  const at = /^\d{1,2}$/.test(id) ? Number(id) : 0;
  return at < PAGES ? at : 0;
}
