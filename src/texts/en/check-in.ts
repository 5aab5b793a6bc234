import type { Statement } from '../../domain/check-in.ts';
import { plural } from './plural.ts';

/** What `/nod check-in` asks and says back. The statements are our own, after Reis' perceived responsiveness. */
export const checkIn = {
  ask: [
    '**How was your week?** For you alone: nobody sees it, and it counts for nothing.',
    'This week, when it mattered, my partner …',
  ].join('\n'),
  statements: {
    understood: '… understood me',
    'took-seriously': '… took my feelings seriously',
    cared: '… cared',
  } satisfies Record<Statement, string>,
  /** From one to seven. */
  scale: ['not at all', 'hardly', 'a little', 'partly', 'mostly', 'very much', 'wholly'],
  choice: (number: number, word: string) => `${number} – ${word}`,
  notChosen: 'First choose one for each of the three.',
  done: 'Done',
  moment: 'Add one moment that helped',
  earlier: 'Earlier weeks',

  momentTitle: 'One moment that helped',
  momentField: 'What was it? (you may leave it empty)',
  momentExample: 'a call at lunch, a cup of tea, a joke',

  /** One kind sentence back, by the three together. */
  back: {
    warm: 'It sounds like a week in which you felt well held. That is good to hear.',
    between: 'It sounds like a week with some of both. Most weeks have both.',
    short:
      'It sounds like a week in which you would have needed more. That is worth saying, in your own words and at a calm time; `/nod ask` helps to find them.',
  },
  withMoment: 'And there was a moment that helped: perhaps tell them that it did.',
  forgotten: 'What you said is forgotten now.',
  kept: 'The three numbers are kept for your eyes only; what you wrote is forgotten. `/nod settings` changes that.',
  /** For anybody whose week was not warm throughout. */
  help: 'If you are not safe, or would like a person to talk to: `/nod help`.',

  history: '**What you said of earlier weeks** (only you can see this)',
  historyEmpty: 'Nothing is kept so far.',
  week: (week: string, words: Readonly<Record<Statement, string>>) =>
    `${week} · understood: ${words.understood} · feelings taken seriously: ${words['took-seriously']} · cared: ${words.cared}`,
  more: (count: number) => plural(count, { one: '… and # week before', other: '… and # weeks before' }),
} as const;
