import { describe, expect, it } from 'vitest';
import { LONGEST_OPEN } from '../../src/domain/settings.ts';
import { HOUR } from '../../src/domain/time.ts';
import { at, couple, NEWS, REJOICES, say } from './couple.ts';

const DYING = "i don't want to live anymore";

describe('a rest', () => {
  /** One of each, from a line that is said in the middle of a minute; both are drawn to last 34 hours. */
  const bothFrom = (time: string) => {
    const risk = couple();
    const dayOff = couple({
      options: { daysOff: true },
      chance: (key) => (key.startsWith('day-off') ? 0 : 0.5),
    });
    risk.hear(say('ben', time, DYING));
    dayOff.hear(say('ben', time, 'on the bus now'));
    return [risk, dayOff] as const;
  };
  const END = at('26 09:00') + 34 * HOUR;

  it('keeps the instant of no line: it begins with the minute, and ends by it', () => {
    const [risk, dayOff] = bothFrom('26 09:00:41');
    for (const their of [risk, dayOff]) their.sleepUntil(at('26 09:10'));

    expect(risk.session.state).toMatchObject({ restUntil: END, unobserved: [{ from: at('26 09:00'), until: END }] });
    expect(dayOff.session.state.unobserved).toEqual(risk.session.state.unobserved);
  });

  it('leaves the same state where no day off was drawn yet that day', () => {
    const resting = (heavy: boolean) => {
      const chance = (key: string) => (key.startsWith('day-off-from:') && heavy ? 0.9 : 0);
      const their = couple({ options: { daysOff: true }, chance });
      their.hear(say('ben', '26 09:00', heavy ? DYING : 'on the bus now'));
      their.sleepUntil(at('26 09:10'));
      return their.session.state;
    };

    const [{ drawnDay, restUntil }, dayOff] = [resting(true), resting(false)];

    expect(restUntil).toBeGreaterThan(at('26 09:00'));
    expect({ drawnDay, restUntil }).toEqual({ drawnDay: dayOff.drawnDay, restUntil: dayOff.restUntil });
  });

  it('takes nothing from what was said in the same minute before it', () => {
    const their = couple();

    their.hear(say('ana', '14:00', NEWS), say('ben', '14:05:10', REJOICES), say('ana', '14:05:40', DYING));
    their.sleepUntil(at('16:00'));

    expect(their.moments()).toMatchObject([{ kind: 'good-news' }]);
  });

  it('is forgotten once it is over, and when it was two days later, whoever looks', () => {
    for (const their of bothFrom('26 09:00:41')) {
      their.sleepUntil(END - 1);
      const resting = their.session.state.restUntil;
      their.sleepUntil(END);
      const over = their.session.state;
      their.sleepUntil(END + LONGEST_OPEN - 1);
      const remembered = their.session.state.unobserved;
      their.sleepUntil(END + LONGEST_OPEN);

      expect(resting).toBe(END);
      expect(over).not.toHaveProperty('restUntil');
      expect(remembered).toEqual([{ from: at('26 09:00'), until: END }]);
      expect(their.session.state).toMatchObject({ unobserved: [] });
      expect(their.session.state).not.toHaveProperty('wakeAt');
    }
  });

  it('leaves the same state whether or not anybody looked when it was over', () => {
    const [awake] = bothFrom('26 09:00:41');
    const [asleep] = bothFrom('26 09:00:41');

    awake.sleepUntil(END + LONGEST_OPEN + HOUR);
    asleep.wakeOnce(END + LONGEST_OPEN + HOUR);

    expect(asleep.session.state).toEqual(awake.session.state);
  });
});
