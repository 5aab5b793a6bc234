import { describe, expect, it } from 'vitest';
import { ANA } from '../support/dyad-state.ts';
import { at, type Couple, couple, type Heard, NEWS, PERSON, react, say } from './couple.ts';

const hereAgain: Heard = { type: 'interaction', at: at('14:30'), by: PERSON.ben };
/** Three lines in which nobody reaches for anything, and then news. */
const BEFORE = [say('ana', '12:00', 'lunch now'), say('ana', '12:30', 'at the shop'), say('ana', '12:50', 'home')];
const NEWS_AT_ONE = say('ana', '13:00', NEWS, { id: 'news' });

const live = (...events: readonly Heard[]): Couple => {
  const their = couple();
  their.hear(...events);
  their.sleepUntil(at('16:59'));
  return their;
};

describe('what is said in a row', () => {
  it('counts also where it was not heard as a bid: the fourth is not whispered about', () => {
    const fourth = live(...BEFORE, NEWS_AT_ONE, hereAgain);
    const third = live(...BEFORE.slice(1), NEWS_AT_ONE, hereAgain);

    expect(fourth.nudges()).toEqual([]);
    expect(fourth.trace).toContainEqual(expect.objectContaining({ saw: 'silence', reason: 'silence', gate: 'row' }));
    expect(third.nudges()).toEqual(['25 15:00 silence to 2']);
  });

  it.each([
    ['a word of the other', say('ben', '12:10', 'ok')],
    ['a heart of theirs', react('ben', '12:10', 'ana-12:00')],
    ['their coming into a call', { type: 'voice-join', at: at('12:10'), by: PERSON.ben } as const],
  ])('begins anew after %s', (_, meets) => {
    const [first, ...rest] = BEFORE as [Heard, ...Heard[]];

    const their = live(first, meets, ...rest, NEWS_AT_ONE, hereAgain);

    expect(their.nudges()).toContain('25 15:00 silence to 2');
  });

  it('is not begun anew by a heart that history tells of, whenever it was given', () => {
    const found = { ...react('ben', '12:55', 'ana-08:30'), foundAt: at('12:55') } as Heard;

    const their = live(say('ana', '08:30', 'lovely light'), ...BEFORE, found, NEWS_AT_ONE, hereAgain);

    expect(their.nudges()).toEqual([]);
  });

  it('is no row any more once the other speaks of something, though past it', () => {
    const their = live(...BEFORE, NEWS_AT_ONE, say('ben', '13:05', 'did you move the car?'));

    expect(their.nudges()).toContain('25 13:15 passed-over to 2');
  });

  it('is not begun anew by what the other did with Nod alone', () => {
    const typing: Heard = { type: 'typing', at: at('12:40'), by: PERSON.ben };
    const pressing: Heard = { type: 'interaction', at: at('12:45'), by: PERSON.ben };
    const [first, second, third] = BEFORE as [Heard, Heard, Heard];

    const their = live(first, second, typing, pressing, third, NEWS_AT_ONE, hereAgain);

    expect(their.nudges()).toEqual([]);
  });

  it('is a row of one day', () => {
    const yesterday = BEFORE.map((one, nth) => ({ ...one, at: at(`24 ${['12:00', '12:30', '12:50'][nth]}`) }));
    const state = couple().session.state;
    const their = couple({ state: { ...state, time: at('24 08:00') } });

    their.hear(...yesterday, NEWS_AT_ONE, hereAgain);
    their.sleepUntil(at('16:59'));

    expect(their.nudges()).toContain('25 15:00 silence to 2');
  });

  it('keeps three ends at most, and lets them go with the first word of the other', () => {
    const alone = live(...BEFORE, say('ana', '13:00', 'tea'));
    const met = live(...BEFORE, say('ben', '13:00', 'ok'));
    const ofAna = (their: Couple) => their.session.state.partners.find(({ id }) => id === ANA);

    expect(ofAna(alone)?.unmet).toEqual([at('12:30'), at('12:50'), at('13:00')]);
    expect(ofAna(met)).not.toHaveProperty('unmet');
  });

  it('is kept for a day and no longer, though nobody ever says a word again', () => {
    const their = live(...BEFORE, NEWS_AT_ONE);
    const ofAna = () => their.session.state.partners.find(({ id }) => id === ANA);

    their.sleepUntil(at('26 12:45'));
    const nextDay = ofAna();
    their.sleepUntil(at('27 13:00'));

    expect(nextDay?.unmet).toEqual([at('12:50'), at('13:00')]);
    expect(nextDay).toHaveProperty('waiting');
    expect(ofAna()).not.toHaveProperty('unmet');
    expect(ofAna()).not.toHaveProperty('waiting');
  });
});
