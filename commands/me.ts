import type { Command, Mirror } from '../src/ports/command.ts';
import { texts } from '../src/texts/texts.ts';
import { say } from './_answers.ts';
import { sayGiven } from './_mirror.ts';

const wording = texts.mirror.me;

const PERIODS = ['week', 'month', 'three-months'] as const;
type Period = (typeof PERIODS)[number];
const DAYS: Readonly<Record<Period, number>> = { week: 7, month: 30, 'three-months': 90 };

/** What the asker gave; while Nod rests it says only that, so that no deletion shows. */
export const command = {
  summary: texts.summaries.me,
  where: 'anywhere',
  options: [
    {
      name: 'period',
      kind: 'choice',
      summary: texts.options.period,
      choices: PERIODS.map((value) => ({ label: texts.options.periods[value], value })),
    },
    { name: 'numbers', kind: 'yes-no', summary: texts.options.numbers },
  ],

  async run(ask, nod) {
    const { listening, own } = await nod.standing();
    if (listening === 'none') return say(texts.common.none);
    if (listening === 'resting') return say(texts.common.resting);
    const period = PERIODS.find((name) => name === ask.options['period']) ?? 'month';
    const mirror = await nod.mirror(DAYS[period]);
    if (mirror === undefined) return say(texts.common.resting);

    const wantsNumbers = ask.options['numbers'] === true;
    const withNumbers = wantsNumbers && own?.settings.numbers === true;
    const lines = [wording.heading[period], ...sayMirror(mirror, withNumbers)];
    if (wantsNumbers && !withNumbers) lines.push('', wording.numbersOff);
    return say(lines.join('\n'));
  },
} satisfies Command;

function sayMirror(mirror: Mirror, withNumbers: boolean): readonly string[] {
  const given = mirror.lines.filter((line) => line.count > 0);
  if (given.length === 0) return [wording.empty];
  if (!withNumbers) return sayGiven(given);
  return given.map(({ kind, count, numbers }) => {
    const more = numbers === undefined ? wording.tooFew : wording.numbers(numbers);
    return `· ${wording.gave[kind]}, ${wording.exactly(count)}. ${more}`;
  });
}
