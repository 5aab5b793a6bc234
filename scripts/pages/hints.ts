import { ALL_HINTS, HINTS_BY_KIND, HINTS_BY_REASON } from '../../src/coach/hints/catalogue.ts';
import { GUARDED_HINTS } from '../../src/coach/hints/guarded.ts';
import type { Hint } from '../../src/coach/hints/hint.ts';
import { HURT_HINTS } from '../../src/coach/hints/hurt.ts';
import type { Reason } from '../../src/domain/nudge.ts';
import { hintText } from '../../src/texts/hints.ts';
import { code, MADE_BY, type Page, table } from './page.ts';

/** Everything Nod may suggest, by kind, and what each suits. */
export function hintsPage(): Page {
  return {
    path: 'docs/hints.md',
    text: `${MADE_BY}

# What Nod suggests

${ALL_HINTS.length} hints. Each is a move, to be made in one's own words, or not at all: nothing here is ever sent to anybody for anyone.
Of those that suit a moment one is drawn by chance: none of the last 20, if there is another; rather one that fits how
the other likes to be met; rather another sort of move than the last time. What a hint suits stands beside it; where
nothing does, it suits any moment of its list. Advice alone suggests itself only to the partner of somebody who said
that they like ideas. The mending of a quarrel gets no hint, ever.

${Object.entries(HINTS_BY_KIND)
  .map(([kind, hints]) => section(kind, 'Something still waits, or was spoken past.', hints))
  .join('\n')}
${section('vulnerability, guarded', 'Nothing was said but how it was said: dots, a sudden shortness, a word taken back.', GUARDED_HINTS)}
${section('vulnerability, hurt', 'It may be about something that the reader did.', HURT_HINTS)}
${Object.entries(HINTS_BY_REASON)
  .map(([reason, hints]) => section(reason, OCCASIONS[reason as keyof typeof HINTS_BY_REASON], hints))
  .join('\n')}`,
  };
}

const OCCASIONS: Record<keyof typeof HINTS_BY_REASON, string> = {
  promise: 'They wanted to come back to something, whatever it was, and its time is here.',
  'more-to-say': 'That evening: good news got a short answer, and there may be more to it.',
  'follow-up': 'The next day: what became of good news, or of something hard.',
};

const REASONS: Record<Reason, string> = {
  'passed-over': 'spoken past',
  silence: 'still waits',
  promise: 'promised',
  'more-to-say': 'answered briefly',
  'follow-up': 'the next day',
};

function section(heading: string, occasion: string, hints: readonly Hint[]): string {
  const rows = hints.map((hint) => [code(hint.id), hint.move, hintText(hint.id) ?? '', suits(hint)]);
  return `## ${heading}\n\n${occasion} ${hints.length} hints.\n\n${table(['Hint', 'Move', 'Words', 'Suits'], rows)}\n`;
}

function suits({ reason, kinds, strength, times, low, celebrate }: Hint): string {
  const facts = [
    ...(kinds ?? []),
    ...(reason ? [REASONS[reason]] : []),
    ...(strength ? [strength] : []),
    ...(times ?? []),
    ...[...(low ?? []), ...(celebrate ?? [])].map((taste) => `*${taste}*`),
  ];
  return facts.join(', ');
}
