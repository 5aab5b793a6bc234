import { describe, expect, it } from 'vitest';
import { DAY } from '../../src/domain/time.ts';
import { weekOf } from '../../src/domain/week.ts';
import { keptIn } from '../../src/engine/kept.ts';
import { ANA, BEN, dyadState, partnerState } from '../support/dyad-state.ts';
import { at, type Couple, couple, type Heard, NEWS, PASSES_BY, PERSON, say } from './couple.ts';

const LATER = 'in a meeting, want to hear all about it tonight';
const BACK = 'so tell me everything about the job!!';
const PROMISED = [say('ana', '12:00', NEWS, { id: 'news' }), say('ben', '12:02', LATER)];
const TOLD = '25 19:30 promise to 2';
const MONDAY = weekOf(at('12:00'));

function live(...events: readonly Heard[]): Couple {
  const their = couple();
  their.hear(...PROMISED, ...events);
  their.sleepUntil(at('26 08:00'));
  return their;
}
const keptBy = (their: Couple) => their.session.state.partners.map(({ kept }) => kept ?? []);

describe('a promise to come back', () => {
  it('is counted once it is kept, on the side of whoever kept it', () => {
    const their = live(say('ben', '18:00', BACK), say('ben', '18:30', BACK));

    expect(keptBy(their)).toEqual([[], [{ week: MONDAY, count: 1 }]]);
  });

  it('is kept after a reminder too', () => {
    const their = live(say('ben', '19:40', BACK));

    expect(their.nudges()).toContain('25 19:30 promise to 2');
    expect(keptBy(their)).toEqual([[], [{ week: MONDAY, count: 1 }]]);
  });

  it('is kept by joining the call after the reminder, which is taken back then', () => {
    const their = live({ type: 'voice-join', at: at('19:40'), by: PERSON.ana });

    expect(their.nudges().slice(-2)).toEqual([TOLD, 'taken back']);
  });

  it('made just before its end is still reminded of', () => {
    const their = couple();
    their.hear(say('ana', '12:00', NEWS, { id: 'news' }));
    their.hear(say('ben', '27 10:30', 'in a meeting, want to hear all about it later', { replyTo: 'news' }));

    their.sleepUntil(at('27 13:00'));

    expect(their.nudges()).toContain('27 11:59 promise to 2');
  });

  it('is kept by asking how it is now, whatever words that takes', () => {
    const their = couple();

    their.hear(say('ana', '12:00', 'today was awful. i cried in the toilet at school'), say('ben', '12:02', LATER));
    their.hear(say('ben', '18:00', 'is work any better today?'));
    their.sleepUntil(at('20:00'));

    expect(their.nudges()).toEqual([]);
    expect(keptBy(their)).toEqual([[], [{ week: MONDAY, count: 1 }]]);
  });

  it('is kept by talking in a call', () => {
    const their = live({ type: 'voice-join', at: at('18:00'), by: PERSON.ana });

    expect(keptBy(their)).toEqual([[], [{ week: MONDAY, count: 1 }]]);
  });

  it.each([
    ['nobody comes back to it', []],
    ['the other brings it up again', [say('ana', '18:00', BACK)]],
    ['it is put off once more', [say('ben', '18:00', 'still in a meeting, later tonight', { replyTo: 'news' })]],
    ['they point at it and snap', [say('ben', '18:00', "i don't care about your stupid job", { replyTo: 'news' })]],
    ['something else is said', [say('ben', '18:00', 'did you move the car?')]],
  ] as const)('is none where %s', (_, events) => {
    expect(keptBy(live(...events))).toEqual([[], []]);
  });

  it.each([
    ['pointing at it', 'still stuck, tell me everything tomorrow at 6pm', { replyTo: 'news' }],
    ['naming it', 'still in a meeting, tell me everything about the job tomorrow at 6pm', {}],
  ])('has a new time where it is put off once more, %s', (_, text, more) => {
    const their = live(say('ben', '19:00', text, more));
    their.sleepUntil(at('26 23:00'));

    expect(their.nudges()).toEqual(['26 18:00 promise to 2']);
  });

  it('is told of anew where it is put off after the reminder', () => {
    const their = live(say('ben', '19:40', 'still stuck, tell me everything tomorrow at 6pm', { replyTo: 'news' }));
    their.sleepUntil(at('26 23:00'));

    expect(their.nudges()).toEqual(['25 19:30 promise to 2', 'taken back', '26 18:00 promise to 2']);
  });

  it.each([
    ['an hour', 'in a meeting, tell me everything tomorrow at 9:30pm', []],
    ['a part of the day', 'in a meeting, tell me everything tomorrow night after dinner', ['26 19:30 promise to 2']],
    ['a nearer hour', 'in a meeting, tell me everything tomorrow at 6pm', ['26 18:00 promise to 2']],
  ])('is not told of before its time: %s, of news that is kept in mind until eight', (_, reply, told) => {
    const their = couple({ state: dyadState({ time: at('24 08:00') }) });
    their.hear(say('ana', '24 20:00', NEWS), say('ben', '08:30', reply));
    their.sleepUntil(at('27 08:00'));

    expect(their.nudges().filter((nudge) => nudge.includes('promise'))).toEqual(told);
  });

  it.each([
    ['unkind words about it come before', '18:00', "i don't care about your stupid job", []],
    ['unkind words about it come after', '19:40', "i don't care about your stupid job", [TOLD, 'taken back']],
    ['something else is said before', '18:00', PASSES_BY, [TOLD]],
    ['something else is said after', '19:40', PASSES_BY, [TOLD]],
  ])('is told of, or not, where %s', (_, time, text, told) => {
    const their = couple();

    // What she asks of the evening ends what would be suggested about the answer, and not the promise.
    their.hear(...PROMISED, say('ana', '17:50', 'are you coming tonight?'), say('ben', '17:52', 'yes, at eight'));
    their.hear(say('ben', time, text));
    their.sleepUntil(at('20:00'));

    expect(their.nudges()).toEqual(told);
    expect(keptBy(their)).toEqual([[], []]);
  });

  it('adds up within a week, and goes after seven', () => {
    const weeks = [7, 6, 0].map((ago) => ({ week: MONDAY - 7 * ago, count: 2 }));
    const state = dyadState({
      time: at('08:00'),
      partners: [partnerState({ id: ANA }), partnerState({ id: BEN, kept: weeks })],
    });
    const their = couple({ state });

    their.hear(...PROMISED, say('ben', '18:00', BACK));
    their.sleepUntil(at('19:00'));

    expect(keptBy(their)).toEqual([
      [],
      [
        { week: MONDAY - 42, count: 2 },
        { week: MONDAY, count: 3 },
      ],
    ]);
  });

  it('is told of both together, late, and only where each kept three', () => {
    const both = (anas: number, bens: number) => {
      const weeks = (count: number) => ({ kept: [{ week: MONDAY, count }] });
      const partners = [partnerState({ id: ANA, ...weeks(anas) }), partnerState({ id: BEN, ...weeks(bens) })] as const;
      return keptIn(dyadState({ partners }), (MONDAY + 9) * DAY);
    };

    expect(both(3, 4)).toEqual({ kept: 'a few' });
    expect(both(3, 2)).toEqual({});
  });
});
