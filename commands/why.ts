import type { PartnerSettings } from '../src/domain/dyad.ts';
import type { OwnSilenceNow } from '../src/domain/own-silence.ts';
import type { Command, Why } from '../src/ports/command.ts';
import { texts } from '../src/texts/texts.ts';
import { sayInstant } from '../src/texts/times.ts';
import { say, withOwnSide } from './_answers.ts';

const wording = texts.why;

/**
 * Why Nod wrote to the asker, and what of their own keeps it silent just now. Every other cause, a rest or nothing
 * due, has one sentence that stands in every answer.
 */
export const command = {
  summary: texts.summaries.why,
  where: 'anywhere',
  options: [],

  async run(_ask, nod) {
    return withOwnSide(nod, async (own) => {
      const why = await nod.why();
      if (why === undefined) return say([texts.common.resting, ...(own.listening ? [] : [wording.paused])].join('\n'));
      const sayTime = (at: number) => sayInstant(at, nod.now, own.settings.zone);
      return say(
        [...sayNudges(why, sayTime), '', ...saySilences(why, own.settings, sayTime), wording.otherwise].join('\n'),
      );
    });
  },
} satisfies Command;

function sayNudges({ nudges }: Why, sayTime: (at: number) => string): readonly string[] {
  const lines = nudges.map(({ at, reason }) => wording.line(sayTime(at), wording.wrote[reason]));
  return [wording.heading, ...(lines.length === 0 ? [wording.nothing] : lines)];
}

function saySilences(
  { silences }: Why,
  { nudgesPerDay }: Pick<PartnerSettings, 'nudgesPerDay'>,
  sayTime: (at: number) => string,
): readonly string[] {
  const sayOne = ({ because, until }: OwnSilenceNow) => {
    const sentence = because === 'day' && nudgesPerDay === 0 ? wording.noneADay : wording.silent[because];
    return until === undefined ? wording.silentLine(sentence) : wording.silentUntil(sentence, sayTime(until));
  };
  return [wording.headingSilent, ...(silences.length === 0 ? [wording.silentNothing] : silences.map(sayOne))];
}
