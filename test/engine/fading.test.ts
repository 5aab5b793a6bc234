import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../src/domain/time.ts';
import { apply } from '../../src/engine/apply.ts';
import { BEN } from '../support/dyad-state.ts';
import { at, type Couple, couple, type Heard, NEWS, PASSES_BY, REJOICES, react, say } from './couple.ts';

const WEEKS = 8;
const START = at('02 00:00'); // a Monday

/** A line of theirs, so long after the start. */
function later(who: 'ana' | 'ben', after: number, text: string): Heard {
  return { ...say(who, '00:00', text, { id: `${who}-${after}` }), at: START + after };
}

/** Ben gives each of so many pictures a heart, and speaks past the news of noon; told of it, he answers. */
function liveDay(their: Couple, day: number, hearts: number): void {
  const noon = day * DAY + 12 * HOUR;
  for (let nth = 0; nth < hearts; nth += 1) {
    const shown = day * DAY + 8 * HOUR + nth * 20 * MINUTE;
    their.hear(later('ana', shown, 'look at this dog'), {
      ...react('ben', '00:00', `ana-${shown}`),
      at: START + shown + 5 * MINUTE,
    });
  }
  their.hear(later('ana', noon, NEWS), later('ben', noon + 5 * MINUTE, PASSES_BY));
  their.sleepUntil(START + noon + HOUR);
  const [nudge] = their.session.state.nudges;
  if (nudge) {
    const opened = apply(
      their.session.state,
      { do: 'nudge-opened', seq: nudge.seq },
      {
        by: BEN,
        at: START + noon + HOUR,
        cursor: their.session.state.cursor as never,
      },
    );
    their.session.replace(opened.state);
  }
  their.hear(later('ben', noon + HOUR, REJOICES));
}

/** Nudges to Ben in each of the weeks. */
function nudgesAWeek(hearts: number): readonly number[] {
  const state = couple().session.state;
  const [ana, ben] = state.partners;
  const began = { consentedAt: START - 30 * DAY, wroteAt: START, seenAt: START };
  const their = couple({
    state: {
      ...state,
      time: START,
      partners: [
        { ...ana, ...began },
        { ...ben, ...began },
      ],
    },
  });
  for (let day = 0; day < WEEKS * 7; day += 1) liveDay(their, day, hearts);
  const told = their.effects.flatMap((one) => (one.do === 'nudge' ? [one.nudge.at] : []));
  return Array.from({ length: WEEKS }, (_, week) => {
    const from = START + week * 7 * DAY;
    return told.filter((when) => when >= from && when < from + 7 * DAY).length;
  });
}

describe('weeks in which something is spoken past every day', () => {
  it('hold four nudges each for somebody who answers nothing else', () => {
    expect(nudgesAWeek(0)).toEqual(Array(WEEKS).fill(4));
  });

  it('hold fewer and fewer for somebody who answers three other things a day by themselves', () => {
    const aWeek = nudgesAWeek(3);

    expect(aWeek).toEqual([4, 2, 1, 1, 0, 1, 1, 0]);
  });
});
