import type { Command } from '../src/ports/command.ts';
import { regionOf } from '../src/texts/support/regions.ts';
import { texts } from '../src/texts/texts.ts';
import { say } from './_answers.ts';

/** Where to find people to talk to, and what Nod does; alike for everyone at all times, save for the country's lines. */
export const command = {
  summary: texts.summaries.help,
  where: 'anywhere',
  options: [],

  async run(ask, nod) {
    const { own } = await nod.standing();
    const region = regionOf({ zone: own?.settings.zone, locale: ask.locale });
    const { what, support, worried, afraid } = texts.help;
    // People first: whoever is in need must not have to read past a list of features.
    return say([support(region), worried, afraid(region), what].join('\n\n'));
  },
} satisfies Command;
