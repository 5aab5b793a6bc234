import { describe, expect, it } from 'vitest';
import { DAY_OFF_CHANCE, LIVE_WITHIN, SUPPORT_CONFIDENCE } from '../../src/domain/settings.ts';
import { DAY, HOUR } from '../../src/domain/time.ts';
import { ANA, dyadState } from '../support/dyad-state.ts';
import { at, type Couple, couple, edit, type Heard, NEWS, PASSES_BY, REJOICES, react, say } from './couple.ts';

const DYING = "i don't want to live anymore";
const THREAT = 'if you do that again i will hit you';

/** The same couple, once with a risk and once with a day off from the same message on; both may have days off. */
function bothRests(line: string, after: readonly Heard[]): { risk: Couple; dayOff: Couple } {
  const [risk, dayOff] = [0.5, DAY_OFF_CHANCE / 2].map((drawn) => {
    const draws: Readonly<Record<string, number>> = { 'day-off:2026-11-26': drawn, 'day-off-from:2026-11-26': 0 };
    return couple({ options: { daysOff: true }, chance: (key) => draws[key] ?? 0.5 });
  }) as [Couple, Couple];
  const before = [say('ana', '19:00', NEWS), say('ben', '19:05', REJOICES), say('ana', '20:00', NEWS)];
  risk.hear(...before, say('ben', '26 09:00', line, { id: 'first' }), ...after);
  dayOff.hear(...before, say('ben', '26 09:00', 'on the bus now', { id: 'first' }), ...after);
  return { risk, dayOff };
}

/** Every field of the state by its path, with what kind of value it holds; numbers are instants or counts. */
function shapeOf(value: unknown, path = ''): readonly string[] {
  if (value === null || typeof value !== 'object') return [`${path}: ${typeof value === 'number' ? 'number' : value}`];
  return Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([name, inner]) => shapeOf(inner, `${path}.${name}`));
}

describe('a rest after a risk and a silent day off', () => {
  const after = [
    say('ana', '26 10:00', NEWS),
    say('ben', '26 10:05', PASSES_BY),
    react('ben', '26 10:06', 'ana-26 10:00'),
    say('ana', '26 18:00', 'love you, miss you already ❤️'),
  ];

  it.each([DYING, THREAT])('leave states alike in every field but the length of the rest (%s)', (line) => {
    const { risk, dayOff } = bothRests(line, after);
    risk.sleepUntil(at('26 20:00'));
    dayOff.sleepUntil(at('26 20:00'));

    expect(shapeOf(risk.session.state)).toEqual(shapeOf(dayOff.session.state));
    const { partners: theirs, ...riskState } = risk.session.state;
    const { partners: ours, ...dayOffState } = dayOff.session.state;
    expect(riskState).toEqual(dayOffState);
    expect(theirs.map(({ usualWords: _, ...rest }) => rest)).toEqual(ours.map(({ usualWords: _, ...rest }) => rest));
  });

  it.each([DYING, THREAT])('leave the same records, whispers and wakes (%s)', (line) => {
    const { risk, dayOff } = bothRests(line, after);
    risk.sleepUntil(at('30 12:00'));
    dayOff.sleepUntil(at('30 12:00'));

    expect(risk.effects).toEqual(dayOff.effects);
    expect(risk.moments()).toHaveLength(1);
  });

  it('end alike: what is said afterwards is heard again', () => {
    const { risk, dayOff } = bothRests(DYING, [say('ana', '28 10:00', NEWS), say('ben', '28 10:05', REJOICES)]);
    risk.sleepUntil(at('28 12:00'));
    dayOff.sleepUntil(at('28 12:00'));

    expect(risk.moments()).toHaveLength(2);
    expect(risk.effects).toEqual(dayOff.effects);
  });
});

describe('a rest after a risk', () => {
  it('lasts 24 to 44 hours, by chance', () => {
    const ends = [0, 0.999].map((drawn) => {
      const their = couple({ chance: () => drawn });
      their.hear(say('ana', '14:00', DYING));
      their.sleepUntil(at('15:00'));
      return ((their.session.state.restUntil ?? 0) - at('14:00')) / HOUR;
    });

    expect(ends[0]).toBe(24);
    expect(ends[1]).toBeCloseTo(44, 0);
  });

  it.each(['27 14:00', '27 14:00:41'])(
    'lasts 14 days from the minute of a second threat within a week: %s',
    (second) => {
      const their = couple();

      their.hear(say('ana', '14:00', THREAT), say('ana', second, THREAT));
      their.sleepUntil(at('27 15:00'));

      expect(their.session.state.restUntil).toBe(at('27 14:00') + 14 * DAY);
    },
  );

  it('does not last longer for a second wish to die', () => {
    const their = couple();

    their.hear(say('ana', '14:00', DYING), say('ana', '27 14:00', DYING));
    their.sleepUntil(at('27 15:00'));

    expect(their.session.state.restUntil).toBeLessThanOrEqual(at('27 14:00') + 44 * HOUR);
  });

  it.each([
    { apart: 'a week', first: '18 14:00', days: 34 / 24 },
    { apart: 'a minute less than a week', first: '18 14:01', days: 14 },
  ])('remembers a threat for a week: with $apart between two it lasts $days days', ({ first, days }) => {
    const their = couple({ state: dyadState({ time: at('18 08:00') }) });

    their.hear(say('ana', first, THREAT), say('ben', '25 14:00', THREAT));
    their.sleepUntil(at('25 15:00'));

    expect(their.session.state.restUntil).toBe(at('25 14:00') + days * DAY);
  });

  it('takes a wish to die for no threat, before one or after two', () => {
    const before = couple();
    const after = couple();

    before.hear(say('ana', '14:00', DYING), say('ana', '27 14:00', THREAT));
    before.sleepUntil(at('27 15:00'));
    after.hear(say('ana', '14:00', THREAT), say('ana', '27 14:00', THREAT), say('ana', '28 14:00', DYING));
    after.sleepUntil(at('28 15:00'));

    expect(before.session.state.restUntil).toBe(at('27 14:00') + 34 * HOUR);
    expect(after.session.state.restUntil).toBe(at('27 14:00') + 14 * DAY);
  });

  it('is never cut short by a later one', () => {
    const ends = [0.99, 0];
    const their = couple({ chance: (key) => (key.startsWith('rest:') ? (ends.shift() ?? 0) : 0.5) });

    their.hear(say('ana', '14:00', DYING), say('ana', '16:00', DYING));
    their.sleepUntil(at('17:00'));

    expect(ends).toEqual([]);
    expect(their.session.state.restUntil).toBe(at('14:00') + 24 * HOUR + 0.99 * 20 * HOUR);
  });

  it('lets go of what was promised', () => {
    const their = couple();
    their.hear(say('ana', '14:00', NEWS), say('ben', '14:05', 'in a meeting, i want to hear all about it tonight'));
    their.sleepUntil(at('14:10'));
    const promised = their.session.state.promises.length;

    their.hear(say('ana', '15:10', DYING));
    their.sleepUntil(at('16:00'));

    expect(promised).toBe(1);
    expect(their.session.state.promises).toEqual([]);
  });

  it('takes back what is out, and counts nothing until it is over', () => {
    const their = couple();
    their.hear(say('ana', '14:00', NEWS), say('ben', '14:05', PASSES_BY));
    their.sleepUntil(at('15:00'));
    const whispered = their.nudges();

    their.hear(say('ana', '15:10', DYING), say('ana', '15:20', NEWS), say('ben', '15:25', REJOICES));
    their.sleepUntil(at('16:00'));

    expect(whispered).toHaveLength(1);
    expect(their.nudges()).toEqual([...whispered, 'taken back']);
    expect(their.moments()).toEqual([]);
    expect(their.session.state).toMatchObject({
      bids: [],
      unobserved: [{ from: at('15:10'), until: their.session.state.restUntil }],
    });
  });

  it('is drawn by the time of the utterance alone', () => {
    const drawn: string[] = [];
    const their = couple({
      chance: (key) => {
        if (key.startsWith('rest')) drawn.push(key);
        return 0;
      },
    });

    their.hear(say('ana', '14:00', DYING), say('ana', '27 14:00', DYING));
    their.sleepUntil(at('27 15:00'));

    expect(drawn).toEqual([`rest:${at('14:00')}`, `rest:${at('27 14:00')}`]);
  });

  it('is drawn by the utterance, so that a replay rests as long', () => {
    const lengths = [1, 2].map(() => {
      const their = couple({ chance: (key) => (key.length % 10) / 10 });
      their.hear(say('ana', '14:00', DYING));
      their.sleepUntil(at('15:00'));
      return their.session.state.restUntil;
    });

    expect(lengths[0]).toBe(lengths[1]);
  });

  it('begins with an edit that makes the words a risk', () => {
    const their = couple();

    their.hear(say('ana', '14:00', NEWS), say('ben', '14:10', PASSES_BY), edit('14:12', 'ben-14:10', THREAT));
    their.sleepUntil(at('16:00'));

    expect(their.turns()).toEqual(['nowhere']);
    expect(their.nudges()).toEqual([]);
    expect(their.session.state.restUntil).toBe(at('14:12') + 34 * HOUR);
  });

  it('is not drawn again by an edit of the same words', () => {
    const their = couple();
    their.hear(say('ben', '14:10', THREAT));
    their.sleepUntil(at('14:15'));
    const { restUntil } = their.session.state;

    their.hear(edit('14:20', 'ben-14:10', `${THREAT}!`));

    expect(their.session.state.restUntil).toBe(restUntil);
  });
});

describe('a word of support', () => {
  type Kind = 'self-harm' | 'violence' | 'coercion';
  /** Ana says one line that is read as this; Nod looks when her burst is over, that much later than it could. */
  const offered = (kind: Kind, confidence: number, late = 0) => {
    const risk = { kind, confidence, because: [] };
    const their = couple({ reader: () => ({ risk, tender: false }) });
    their.hear(say('ana', '14:00', 'whatever it is'));
    const due = their.session.state.wakeAt ?? 0;
    return their.session
      .feed({ type: 'wake', at: due }, due + late)
      .effects.filter((effect) => effect.do === 'support');
  };

  it('is offered to the writer alone, when Nod is as sure as can be that they may want to die', () => {
    expect(offered('self-harm', SUPPORT_CONFIDENCE)).toEqual([{ do: 'support', to: ANA }]);
    expect(offered('self-harm', SUPPORT_CONFIDENCE - 0.01)).toEqual([]);
  });

  it.each(['violence', 'coercion'] as const)('is never offered about %s: no direct message ever', (kind) => {
    expect(offered(kind, 1)).toEqual([]);
  });

  it('is offered at once or never: not about what is read later', () => {
    expect(offered('self-harm', 1, LIVE_WITHIN)).toHaveLength(1);
    expect(offered('self-harm', 1, LIVE_WITHIN + 1)).toEqual([]);
  });
});
