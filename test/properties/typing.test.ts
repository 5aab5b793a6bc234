import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, MINUTE, SECOND } from '../../src/domain/time.ts';
import { at, type Couple, couple, type Heard, PERSON } from '../engine/couple.ts';
import { BEN, dyadState, partnerState } from '../support/dyad-state.ts';
import { chats } from './chats.ts';

/** How long somebody types may be heard by their leave alone, and then only in a vulnerable line of theirs. */

const RUNS = { seed: 20_261_126, numRuns: 60 };
/** Lines in which a pause tells something, and lines in which it never may. */
const LINES = [
  'never mind',
  "it's fine",
  'idk',
  'forget it',
  'ok',
  'did you move the car?',
  'look at this dog',
  'today was awful, i feel so low',
  "i don't want to live anymore",
  'you never listen to me, you are so selfish',
  "my grandma died this morning, i'm heartbroken",
] as const;

/** The chat with somebody typing before most of what is said: for how long, and with which stretches without a sign. */
const typedChats = fc
  .tuple(
    chats({ lines: LINES }),
    fc.infiniteStream(fc.record({ before: fc.nat({ max: 200 }), every: fc.nat({ max: 90 }) })),
  )
  .map(([events, typing]) => {
    let last = at('11:00');
    return events.flatMap((event): readonly Heard[] => {
      const { before = 0, every = 0 } = typing.next().value ?? {};
      const signs: Heard[] = [];
      if (event.type === 'message')
        for (let now = Math.max(last, event.at - before * SECOND); now < event.at; now += (5 + every) * SECOND)
          signs.push({ type: 'typing', at: now, by: event.by });
      last = event.at;
      return [...signs, event];
    });
  });

/** The chat as it was, or as it would have been with nobody seen typing. */
function play(events: readonly Heard[], { typing, seen = true }: { typing: boolean; seen?: boolean }): Couple {
  const partners = [partnerState({ settings: { typing } }), partnerState({ id: BEN, settings: { typing } })] as const;
  const their = couple({ state: dyadState({ time: at('08:00'), partners: [...partners] }) });
  their.hear(...(seen ? events : events.filter(isNoTyping)));
  their.sleepUntil((events.at(-1)?.at ?? 0) + 5 * DAY);
  return their;
}

const isNoTyping = ({ type }: Heard) => type !== 'typing';
const readingsOf = ({ trace }: Couple) => trace.flatMap((one) => (one.saw === 'reading' ? [one.reading] : []));

describe('typing', () => {
  it('changes nothing at all where nobody lets it count', () => {
    fc.assert(
      fc.property(typedChats, (events) => {
        const typed = play(events, { typing: false });
        const untyped = play(events, { typing: false, seen: false });

        expect(typed.session.state).toEqual(untyped.session.state);
        expect(typed.effects).toEqual(untyped.effects);
        expect(typed.trace).toEqual(untyped.trace);
      }),
      RUNS,
    );
  });

  it('changes no reading but into a vulnerable one, where both do', () => {
    let heard = 0;
    fc.assert(
      fc.property(typedChats, (events) => {
        const typed = readingsOf(play(events, { typing: true }));
        const untyped = readingsOf(play(events, { typing: true, seen: false }));

        expect(typed).toHaveLength(untyped.length);
        typed.forEach(({ bid, second: _, ...rest }, index) => {
          const { bid: before, second: __, ...others } = untyped[index] ?? { tender: false };
          expect(rest).toEqual(others);
          if (JSON.stringify(bid) === JSON.stringify(before)) return;
          heard += 1;
          expect(bid?.kind).toBe('vulnerability');
          expect(bid?.because.length).toBeGreaterThan(1);
        });
      }),
      RUNS,
    );

    expect(heard).toBeGreaterThan(10); // or the property would hold of nothing
  });

  it('leaves nothing behind in the state but that somebody was here', () => {
    fc.assert(
      fc.property(typedChats, (events) => {
        const { session } = play(events, { typing: true });
        const typing: Heard = { type: 'typing', at: session.state.time + MINUTE, by: PERSON.ben };

        const before = session.state;
        const their = couple({ state: before });
        their.feedOnly(typing);

        const [ana, ben] = their.session.state.partners;
        expect(their.session.state).toEqual({ ...before, time: typing.at, partners: [ana, ben] });
        expect({ ...ben, seenAt: 0 }).toEqual({ ...before.partners[1], seenAt: 0 });
      }),
      { ...RUNS, numRuns: 20 },
    );
  });
});
