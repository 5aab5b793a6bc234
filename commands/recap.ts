import type { Command } from '../src/ports/command.ts';
import { texts } from '../src/texts/texts.ts';
import { say } from './_answers.ts';
import { recapCard } from './_recap.ts';

/** The newest week that is over, as the weekly message tells it. */
export const command = {
  summary: texts.summaries.recap,
  where: 'anywhere',
  options: [],

  async run(_ask, nod) {
    const { listening } = await nod.standing();
    if (listening === 'none') return say(texts.common.none);
    const recap = await nod.recap();
    return recap ? { card: recapCard(recap) } : say(texts.common.resting);
  },
} satisfies Command;
