import type { Modal } from '../src/ports/card.ts';
import type { Answer, Command } from '../src/ports/command.ts';
import { texts } from '../src/texts/texts.ts';
import { turnInto } from './_answers.ts';
import { LONGEST_PART, PARTS, putTogether } from './_ask/plain-words.ts';

const wording = texts.ask;

/**
 * Helps the one who asks to say it plainly: hints draw worse support than asking does (PSPB 2018). What is typed
 * goes back to whoever typed it and nowhere else, so it looks nothing up and asks `nod` for nothing.
 */
export const command = {
  summary: texts.summaries.ask,
  where: 'anywhere',
  apart: true,
  options: [],

  run: async () => ({ modal: form() }),

  presses: {
    again: async () => ({ modal: form() }),
    written: async (press) => answerTo(press.fields),
  },
} satisfies Command;

function form(): Modal {
  const fields = PARTS.map((name) => ({
    name,
    label: wording[name],
    placeholder: wording[`${name}Example`],
    longest: LONGEST_PART,
  }));
  return { title: wording.title, path: 'ask', action: 'written', fields };
}

function answerTo(fields: Readonly<Record<string, string>>): Answer {
  const plain = putTogether(fields);
  const rows = [{ buttons: [{ label: wording.again, path: 'ask', action: 'again' }] }];
  if (plain === undefined) return turnInto({ text: wording.empty, rows });
  const about = [...(plain.isCut ? [wording.cut] : []), wording.private, wording.help];
  return turnInto({ text: [wording.ready, plain.text, about.join('\n')].join('\n'), rows });
}
