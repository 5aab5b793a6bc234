import { isEveryday, isOneEmoji } from '../src/domain/emoji.ts';
import type { Command } from '../src/ports/command.ts';
import { texts } from '../src/texts/texts.ts';
import { change, say, withOwnSide } from './_answers.ts';

const wording = texts.sign;

/** The couple's own sign: an emoji that as a reaction means "seen, I want to hear this, not now". */
export const command = {
  summary: texts.summaries.sign,
  where: 'anywhere',
  options: [{ name: 'emoji', kind: 'text', summary: texts.options.sign, complete: () => wording.suggestions }],

  async run(ask, nod) {
    return withOwnSide(nod, async ({ sign }) => {
      const wanted = String(ask.options['emoji'] ?? '').trim();
      if (wanted === '') return say(sign === undefined ? wording.none : wording.is(sign));
      if (wanted.toLowerCase() === wording.nothing) {
        return say(await change(nod, { do: 'sign', emoji: undefined }, wording.gone));
      }
      if (!isOneEmoji(wanted)) return say(wording.unreadable);
      if (isEveryday(wanted)) return say(wording.everyday);
      return say(await change(nod, { do: 'sign', emoji: wanted }, wording.chosen(wanted)));
    });
  },
} satisfies Command;
