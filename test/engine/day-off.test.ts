import { describe, expect, it } from 'vitest';
import { DAY_OFF_CHANCE } from '../../src/domain/settings.ts';
import { at, couple, NEWS, PASSES_BY, REJOICES, react, say } from './couple.ts';

describe('a day off', () => {
  const dayOffChance = (drawn: number) => (key: string) => {
    if (key.startsWith('day-off-from:')) return 0;
    return key.startsWith('day-off:') ? drawn : 0.5;
  };

  it.each([
    [DAY_OFF_CHANCE * 0.99, 0],
    [DAY_OFF_CHANCE, 1],
  ])('drawn with %f leaves %i records', (drawn, records) => {
    const their = couple({ options: { daysOff: true }, chance: dayOffChance(drawn) });

    their.hear(say('ana', '14:00', NEWS), say('ben', '14:05', REJOICES));
    their.sleepUntil(at('20:00'));

    expect(their.moments()).toHaveLength(records);
  });

  it('is drawn once a day, with the first utterance after its time has come', () => {
    const drawn: string[] = [];
    const their = couple({
      options: { daysOff: true },
      chance: (key) => {
        if (key.startsWith('day-off:')) drawn.push(key);
        return key === 'day-off-from:2026-11-26' ? 8 / 24 : 0.5;
      },
    });

    their.hear(say('ana', '14:00', NEWS), say('ben', '14:05', REJOICES), say('ben', '26 09:00', REJOICES));
    their.sleepUntil(at('26 10:00'));

    expect(drawn).toEqual(['day-off:2026-11-25', 'day-off:2026-11-26']);
  });

  it('begins in the middle of a day as well, as a risk does, and whatever was said before', () => {
    const atNoon = (key: string) => (key.startsWith('day-off:') ? 0 : 0.5); // by UTC: at 13:00 on their clocks
    const [one, other] = [couple, couple].map((open) => open({ options: { daysOff: true }, chance: atNoon }));

    one?.hear(say('ana', '09:00', PASSES_BY), say('ben', '12:59', PASSES_BY), say('ana', '16:20', PASSES_BY));
    other?.hear(say('ben', '13:00', PASSES_BY));
    for (const their of [one, other]) their?.sleepUntil(at('17:00'));

    expect(one?.session.state.unobserved).toMatchObject([{ from: at('16:20') }]);
    expect(other?.session.state.unobserved).toMatchObject([{ from: at('13:00') }]);
  });

  it('is none where nobody writes after its time has come', () => {
    const lateAtNight = (key: string) => (key.startsWith('day-off:') ? 0 : 0.999);
    const their = couple({ options: { daysOff: true }, chance: lateAtNight });

    their.hear(say('ana', '14:00', NEWS), say('ben', '14:05', REJOICES), say('ana', '26 09:00', PASSES_BY));
    their.sleepUntil(at('26 20:00'));

    expect(their.moments()).toHaveLength(1);
    expect(their.session.state.unobserved).toEqual([]);
  });

  it('keeps what was answered before it', () => {
    const their = couple({
      options: { daysOff: true },
      chance: (key) => (key.endsWith(':2026-11-26') ? 0 : 0.5),
    });

    their.hear(say('ana', '23:50', NEWS), react('ben', '23:59:30', 'ana-23:50'), say('ana', '26 00:00', 'night'));
    their.sleepUntil(at('27 20:00'));

    expect(their.moments()).toMatchObject([{ energy: 'low' }]);
  });
});
