import { describe, expect, it } from 'vitest';
import type { ChatEvent } from '../../src/domain/chat-event.ts';
import { messageId, type PersonId, personId } from '../../src/domain/ids.ts';
import { RENEWAL_ANSWER } from '../../src/domain/settings.ts';
import { admit, hasEnded, isListening, lapsesAt } from '../../src/engine/door.ts';
import { ANA, BEN, dyadState, partnerState } from '../support/dyad-state.ts';
import { at, couple, edit, type Heard, MEMBERS, NEWS, PERSON, react, remove, say, unreact } from './couple.ts';

const STRANGER = personId('kim');
const by = (person: PersonId): readonly ChatEvent<PersonId>[] => {
  const base = { at: at('14:00'), by: person };
  return [
    { ...say('ana', '14:00', NEWS), by: person } as Heard,
    { ...react('ana', '14:00', 'm1'), by: person } as Heard,
    { ...unreact('ana', '14:00', 'm1'), by: person } as Heard,
    { type: 'typing', ...base },
    { type: 'voice-join', ...base },
    { type: 'interaction', ...base },
    { type: 'busy', ...base, until: at('15:00') },
  ];
};
const byNobody: readonly ChatEvent<PersonId>[] = [
  edit('14:00', 'm1', NEWS),
  remove('14:00', 'm1'),
  { type: 'gap', at: at('14:00'), until: at('15:00') },
];

describe('the door', () => {
  it('lets in what the two do, under their own numbers', () => {
    const inside = by(PERSON.ana).map((event) => admit(event, MEMBERS, dyadState()));

    expect(inside).toEqual(by(PERSON.ana).map((event) => ({ ...event, by: ANA })));
    expect(admit(say('ben', '14:00', NEWS), MEMBERS, dyadState())).toMatchObject({ by: BEN, text: NEWS });
  });

  it('drops what is done to messages from before both had agreed', () => {
    const state = dyadState({ from: messageId('1005') });
    const done = (target: string) => [
      react('ana', '14:00', target),
      unreact('ben', '14:00', target),
      edit('14:00', target, NEWS),
      remove('14:00', target),
    ];

    const letIn = (target: string) => done(target).map((event) => admit(event, MEMBERS, state) !== undefined);

    expect(letIn('999')).toEqual([false, false, false, false]);
    expect(letIn('1005')).toEqual([false, false, false, false]);
    expect(letIn('1006')).toEqual([true, true, true, true]);
  });

  it('drops whatever a third person does', () => {
    expect(by(STRANGER).map((event) => admit(event, MEMBERS, dyadState()))).toEqual(by(STRANGER).map(() => undefined));
  });

  it.each([
    [true, true, true],
    [true, false, false],
    [false, true, false],
    [false, false, false],
  ])('with switches %s and %s is open: %s', (first, second, open) => {
    const state = dyadState({
      partners: [partnerState({ id: ANA, listening: first }), partnerState({ id: BEN, listening: second })],
    });

    const inside = [...by(PERSON.ana), ...by(PERSON.ben), ...byNobody].map((event) => admit(event, MEMBERS, state));

    expect(isListening(state)).toBe(open);
    expect(inside.every((event) => (event === undefined) === !open)).toBe(true);
  });

  it.each([ANA, BEN])('is shut while partner %i cannot read the channel, whatever the switches say', (away) => {
    const side = (id: typeof ANA) => partnerState(id === away ? { id, absent: true } : { id });
    const state = dyadState({ partners: [side(ANA), side(BEN)] });

    expect(isListening(state)).toBe(false);
    expect(byNobody.map((event) => admit(event, MEMBERS, state))).toEqual(byNobody.map(() => undefined));
  });

  it.each([ANA, BEN])('shuts at the very instant the yes of partner %i lapses', (asked) => {
    const side = (id: typeof ANA, askAgainAt: number) =>
      partnerState(id === asked ? { id, consent: { askAgainAt } } : { id });
    const lapsing = (lapse: number) =>
      dyadState({ partners: [side(ANA, lapse - RENEWAL_ANSWER), side(BEN, lapse - RENEWAL_ANSWER)] });
    const [event] = by(PERSON.ana) as [Heard];

    expect(admit(event, MEMBERS, lapsing(event.at + 1))).toBeDefined();
    expect(admit(event, MEMBERS, lapsing(event.at))).toBeUndefined();
  });

  it('waits for no lapse where nobody is asked again, or nothing is listened to', () => {
    const asked = { askAgainAt: at('08:00') };

    expect(lapsesAt(partnerState({ consent: asked }))).toBe(at('08:00') + RENEWAL_ANSWER);
    expect(lapsesAt(partnerState())).toBe(Number.POSITIVE_INFINITY);
    expect(lapsesAt(partnerState({ consent: asked, listening: false }))).toBe(Number.POSITIVE_INFINITY);
  });

  it.each([
    [true, true, true],
    [true, false, false],
    [false, true, false],
    [false, false, false],
  ])('with the first gone: %s and the second: %s is closed for good: %s', (first, second, ended) => {
    const side = (id: typeof ANA, left: boolean) => partnerState(left ? { id, listening: false, left } : { id });

    expect(hasEnded(dyadState({ partners: [side(ANA, first), side(BEN, second)] }))).toBe(ended);
  });

  it('lets an edit or a deletion in, which changes nothing unless Nod holds the message', () => {
    const their = couple();
    const before = their.session.state;

    their.hear(edit('14:00', 'strange', NEWS), remove('14:01', 'strange'), react('ben', '14:02', 'strange'));

    expect(their.session.wordsHeld).toBe(0);
    expect(their.effects).toEqual([]);
    expect(their.session.state).toMatchObject({ bids: before.bids, recent: before.recent, early: [] });
    expect(their.session.held()).not.toContain(messageId('strange'));
  });
});
