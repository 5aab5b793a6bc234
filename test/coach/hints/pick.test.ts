import { describe, expect, it } from 'vitest';
import { consider } from '../../../src/coach/consider.ts';
import { hintOf } from '../../../src/coach/hints/catalogue.ts';
import { type Choice, type Occasion, pickHint, suitingHints } from '../../../src/coach/hints/pick.ts';
import { BID_KINDS, type BidKind } from '../../../src/domain/bid.ts';
import type { Reason } from '../../../src/domain/nudge.ts';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings.ts';
import { HOUR } from '../../../src/domain/time.ts';
import { CELEBRATION_VOLUMES, CELEBRATION_WAYS, SUPPORTS, type Wishes } from '../../../src/domain/wishes.ts';
import { BEN, BID_END, dyadState, openBid, partnerState } from '../../support/dyad-state.ts';

const { quiet } = DEFAULT_SETTINGS; // 22:00 to 8:00
const at = (minuteOfDay: number) => ({ hour: { minuteOfDay, quiet } });
const AFTERNOON = at(14 * 60);
const coached = BID_KINDS.filter((kind) => kind !== 'repair');

function occasion(kind: BidKind, changes: Partial<Occasion> = {}): Occasion {
  return { kind, reason: 'silence', because: [`${kind}/x`], intensity: 0.9, bidSeq: 7, ...changes };
}

/** Every id that any draw can bring. */
function drawable(about: Occasion, choice: Choice): ReadonlySet<string> {
  const draws = Array.from({ length: 200 }, (_, draw) => pickHint(about, choice, () => draw / 200).id);
  return new Set(draws);
}

const suiting = (about: Occasion, choice: Omit<Choice, 'given'> = {}) => suitingHints(about, choice);
const idsOf = (about: Occasion, choice: Omit<Choice, 'given'> = {}) => suiting(about, choice).map(({ id }) => id);

describe('pickHint', () => {
  it('draws by the number of the bid, so that a replay draws alike', () => {
    const asked: string[] = [];

    pickHint(occasion('play'), { given: [] }, (key) => {
      asked.push(key);
      return 0;
    });

    expect(asked).toEqual(['hint:7']);
  });

  it.each(coached)('can draw each one that suits %s, and no other', (kind) => {
    const drawn = drawable(occasion(kind), { given: [], ...AFTERNOON });

    expect([...drawn].sort()).toEqual([...idsOf(occasion(kind), AFTERNOON)].sort());
  });

  it.each([0, 0.5, 0.999_999])('never repeats one of the last 20 while another suits (chance %d)', (chance) => {
    const guarded = occasion('vulnerability', { because: ['vulnerability/hedges'] });
    const [left, ...lately] = idsOf(guarded);

    expect(pickHint(guarded, { given: lately }, () => chance).id).toBe(left);
  });

  it('takes the one given longest ago when all were given lately', () => {
    const guarded = occasion('vulnerability', { because: ['vulnerability/hedges'] });
    const [first, second, third, ...others] = idsOf(guarded) as [string, string, string, ...string[]];

    expect(pickHint(guarded, { given: [second, ...others, first, third, second] }, () => 0.5).id).toBe(others[0]);
  });

  it('forgets what was given before the last 20', () => {
    const given = ['play/join-in', ...Array.from({ length: 20 }, (_, index) => `request/${index}`)];

    expect(drawable(occasion('play'), { given })).toContain('play/join-in');
    expect(drawable(occasion('play'), { given: given.slice(0, 20) })).not.toContain('play/join-in');
  });

  it('suggests another sort of move than the last time, where there is one', () => {
    const lastAsked = { given: ['good-news/best-part', 'play/dare'] };

    const moves = [...drawable(occasion('good-news'), lastAsked)].map((id) => hintOf(id)?.move);

    expect(moves.length).toBeGreaterThan(10);
    expect(moves).not.toContain('ask');
  });

  it('suggests the same sort again before a hint comes again', () => {
    const about = occasion('interest', { reason: 'silence', intensity: 0.5 });
    const others = suiting(about).filter(({ move }) => move !== 'acknowledge');

    const drawn = drawable(about, { given: [...others.map(({ id }) => id), 'interest/small-scene'] });

    expect([...drawn].map((id) => hintOf(id)?.move)).toContain('acknowledge');
    expect([...drawn].filter((id) => others.some((other) => other.id === id))).toEqual([]);
  });

  it('gives nobody a hint again within twenty, nor the same move twice running, over months of good news', () => {
    const given: string[] = [];

    for (let bidSeq = 0; bidSeq < 200; bidSeq += 1) {
      given.push(pickHint(occasion('good-news', { bidSeq }), { given }, () => ((bidSeq * 37) % 100) / 100).id);
    }

    const moves = given.map((id) => hintOf(id)?.move);
    expect(given.filter((id, index) => given.slice(Math.max(0, index - 20), index).includes(id))).toEqual([]);
    expect(moves.filter((move, index) => move === moves[index - 1])).toEqual([]);
    expect(new Set(given).size).toBeGreaterThan(0.9 * suiting(occasion('good-news')).length);
  });

  it('is not held up by a hint that an earlier version knew', () => {
    expect(drawable(occasion('play'), { given: ['play/of-long-ago'] }).size).toBe(suiting(occasion('play')).length);
  });

  it('has nothing to say about a repair attempt', () => {
    expect(() => pickHint(occasion('repair'), { given: [] }, () => 0)).toThrow(RangeError);
  });
});

describe('hints that suit', () => {
  const reasons: readonly Reason[] = ['passed-over', 'silence', 'promise'];
  const hours = [undefined, 3, 8, 14, 18, 22].map((hour) => (hour === undefined ? {} : at(hour * 60)));
  const wishes: readonly Wishes[] = [
    {},
    { low: [], celebrate: [] },
    ...SUPPORTS.map((support) => ({ low: [support] })),
    ...CELEBRATION_WAYS.flatMap((way) => [
      { celebrate: [way] },
      ...CELEBRATION_VOLUMES.map((volume) => ({ celebrate: [way, volume] })),
    ]),
    { low: SUPPORTS, celebrate: CELEBRATION_WAYS },
  ];

  it.each(coached)('are enough for %s at any hour, however much hangs on it and whatever is wished for', (kind) => {
    const few = reasons.flatMap((reason) =>
      hours.flatMap((hour) =>
        [0.5, 0.9].flatMap((intensity) =>
          wishes.flatMap((wished) => {
            const { length } = suiting(occasion(kind, { reason, intensity }), { ...hour, wishes: wished });
            return length >= 8 ? [] : [`${reason} ${JSON.stringify({ ...hour, intensity, ...wished })}: ${length}`];
          }),
        ),
      ),
    );

    expect(few).toEqual([]);
  });

  it.each([
    occasion('good-news', { reason: 'more-to-say' }),
    occasion('good-news', { reason: 'follow-up' }),
    occasion('vulnerability', { reason: 'follow-up' }),
    occasion('vulnerability', { because: ['vulnerability/hedges', 'vulnerability/trails-off'] }),
    occasion('vulnerability', { because: ['vulnerability/hurt-by-you'] }),
  ])('are some for $kind, $reason, $because, whatever is wished for', (about) => {
    const counts = [0.5, 0.9].flatMap((intensity) =>
      wishes.map((wished) => suiting({ ...about, intensity }, { wishes: wished }).length),
    );

    expect(Math.min(...counts)).toBeGreaterThanOrEqual(4);
  });

  it('are lighter where less hangs on it', () => {
    const [light, strong] = [0.69, 0.7].map((intensity) => idsOf(occasion('vulnerability', { intensity })));

    expect(light).toContain('vulnerability/grumble');
    expect(light).not.toContain('vulnerability/no-bright-side');
    expect(strong).toContain('vulnerability/no-bright-side');
    expect(strong).not.toContain('vulnerability/grumble');
  });

  it('are for a part of the day only when it is known', () => {
    const timed = (minuteOfDay?: number) =>
      suiting(occasion('good-news'), minuteOfDay === undefined ? {} : at(minuteOfDay))
        .filter(({ times }) => times !== undefined)
        .map(({ id }) => id.replace('good-news/', ''));

    expect(timed()).toEqual([]);
    expect(timed(9 * 60)).toContain('before-your-day');
    expect(timed(9 * 60)).not.toContain('long-version');
    expect(timed(19 * 60)).toContain('long-version');
    expect(timed(19 * 60)).not.toContain('light-out');
    expect(timed(21 * 60)).toContain('light-out');
  });
});

describe('wishes', () => {
  it.each(SUPPORTS)('for %s are followed first, and nothing goes against them', (support) => {
    const choice = { given: [], wishes: { low: [support] } };

    const drawn = [...drawable(occasion('vulnerability'), choice)];

    expect(drawn.length).toBeGreaterThan(7);
    expect(drawn.filter((id) => !hintOf(id)?.low?.includes(support))).toEqual([]);
    expect(suiting(occasion('vulnerability'), choice).filter(({ low }) => low && !low.includes(support))).toEqual([]);
  });

  it('for quiet leave questions alone, and shut out what is loud', () => {
    const ids = idsOf(occasion('good-news'), { wishes: { celebrate: ['quiet'] } });

    expect(ids).toContain('good-news/plain-line');
    expect(ids).toContain('good-news/best-part');
    expect(ids).not.toContain('good-news/go-big');
  });

  it('for questions shut out plans', () => {
    const choice = { given: [], wishes: { celebrate: ['questions'] } } as const;

    expect(idsOf(occasion('good-news'), choice)).not.toContain('good-news/on-the-calendar');
    expect(drawable(occasion('good-news'), choice)).toContain('good-news/feels-real');
    expect(drawable(occasion('good-news'), choice)).not.toContain('good-news/surprised');
  });

  it('come to hints that fit no wish once those that do were given', () => {
    const about = occasion('good-news', { intensity: 0.5 });
    const wished: Wishes = { celebrate: ['loud'] };
    const loud = suiting(about, { wishes: wished }).filter(({ celebrate }) => celebrate?.includes('loud'));

    const drawn = drawable(about, { given: loud.map(({ id }) => id), wishes: wished });

    expect(drawn.size).toBeGreaterThan(10);
    expect(loud.filter(({ id }) => drawn.has(id))).toEqual([]);
  });

  it('for ideas are the only way to a hint that gives nothing else', () => {
    const advice = suiting(occasion('vulnerability'), { wishes: { low: ['ideas'] } }).filter(
      ({ low }) => low?.length === 1,
    );

    expect(advice.length).toBeGreaterThan(3);
    for (const wished of [{}, { low: [] }, { low: ['comfort'] }, { low: ['company', 'space'] }] as const) {
      const ids = idsOf(occasion('vulnerability'), { wishes: wished });
      expect(advice.filter(({ id }) => ids.includes(id))).toEqual([]);
    }
  });

  it('about hard things change nothing about good news', () => {
    expect(idsOf(occasion('good-news'), { wishes: { low: ['space'] } })).toEqual(idsOf(occasion('good-news')));
  });
});

describe('consider', () => {
  it("picks by the recipient's own clock and hours of sleep", () => {
    const state = (zone: string) =>
      dyadState({
        time: BID_END + 2 * HOUR,
        partners: [partnerState(), partnerState({ id: BEN, settings: { zone, quiet: { from: 0, until: 360 } } })],
        bids: [openBid({ kind: 'affection', intensity: 0.6 })],
      });
    const drawn = (zone: string) =>
      new Set(
        Array.from({ length: 100 }, (_, draw) => {
          const env = { chance: () => draw / 100, options: { quietStart: false } };
          const [one] = consider(state(zone), BID_END + 2 * HOUR, env);
          return one?.verdict === 'nudge' ? one.hint : undefined;
        }),
      );

    const [london, losAngeles] = [drawn('Europe/London'), drawn('America/Los_Angeles')]; // 15:00, 7:00: up for an hour

    expect(losAngeles).toContain('affection/before-coffee');
    expect(london).not.toContain('affection/before-coffee');
  });
});
