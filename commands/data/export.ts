import type { Command } from '../../src/ports/command.ts';
import { texts } from '../../src/texts/texts.ts';

const wording = texts.rights.export;

/** A file of what is the asker's alone; the same whether Nod listens or rests. */
export const command = {
  summary: texts.summaries.export,
  where: 'anywhere',
  options: [],

  async run(_ask, nod) {
    const { what, notEvidence } = wording;
    const text = JSON.stringify({ what, notEvidence, ...(await nod.takeAlong()) }, undefined, 2);
    return { card: { text: wording.card }, file: { name: wording.fileName, text: `${text}\n` } };
  },
} satisfies Command;
