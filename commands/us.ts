import type { Command } from '../src/ports/command.ts';
import { texts } from '../src/texts/texts.ts';
import { say } from './_answers.ts';
import { sayShared } from './_mirror.ts';

const wording = texts.mirror.us;

/** What the two shared, in words, the same for both; a line only where each gave enough. */
export const command = {
  summary: texts.summaries.us,
  where: 'anywhere',
  options: [],

  async run(_ask, nod) {
    const { listening } = await nod.standing();
    if (listening === 'none') return say(texts.common.none);
    if (listening === 'resting') return say(texts.common.resting);
    const together = await nod.together();
    if (together === undefined) return say(texts.common.resting);
    const shared = sayShared(together);
    return say(shared.length === 0 ? wording.empty : [wording.heading, ...shared].join('\n'));
  },
} satisfies Command;
