import { DAY } from '../src/domain/time.ts';
import type { Card } from '../src/ports/card.ts';
import type { Recap } from '../src/ports/command.ts';
import { texts } from '../src/texts/texts.ts';
import { sayGiven, sayShared } from './_mirror.ts';

const wording = texts.recap;

/** A closed week: what the two shared, alike for both, and what the reader gave. */
export function recapCard({ from, until, together: lines, own, ...more }: Recap): Card {
  const [shared, given] = [sayShared({ lines, ...more }), sayGiven(own)];
  if (lines.length + given.length === 0) return { text: wording.empty };
  return {
    text: [
      wording.heading(texts.times.day(from), texts.times.day(until - DAY)),
      ...(given.length === 0 ? [] : [[wording.own, ...given].join('\n')]),
      ...(shared.length === 0 ? [] : [[wording.together, ...shared].join('\n')]),
      wording.more,
    ].join('\n\n'),
  };
}
