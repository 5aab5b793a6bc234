import { beginOfIsoWeek } from '../../src/domain/week.ts';
import type { Command, OwnExport } from '../../src/ports/command.ts';
import { texts } from '../../src/texts/texts.ts';
import { sayAbout } from '../_settings/ledger.ts';

const wording = texts.rights.export;

/** A file of what is the asker's alone; the same whether Nod listens or rests. */
export const command = {
  summary: texts.summaries.export,
  where: 'anywhere',
  options: [],

  async run(_ask, nod) {
    const { what, notEvidence } = wording;
    const yours = await nod.takeAlong();
    const text = JSON.stringify({ what, notEvidence, inWords: inWords(yours), ...yours }, undefined, 2);
    return { card: { text: wording.card }, file: { name: wording.fileName, text: `${text}\n` } };
  },
} satisfies Command;

/** The same for whoever opens the file and does not know the names that stand in it. */
function inWords({ consents, settings, weeks }: OwnExport) {
  return {
    agreedTo: consents.map(({ to, scope }) => sayAbout({ about: to, scope })),
    settings: settings ? texts.settings.lines(settings).split('\n') : [],
    weeks: weeks.map((one) => wording.week(texts.times.day(beginOfIsoWeek(one.week)), one)),
  };
}
