import { describe, expect, it } from 'vitest';
import { consider, nextDue } from '../../src/coach/consider.ts';
import type { Around } from '../../src/coach/gates/gate.ts';
import { GATES } from '../../src/coach/gates/table.ts';
import { sidesOf } from '../../src/coach/moment.ts';
import type { Rule, Scene } from '../../src/coach/rules/rule.ts';
import { RULES } from '../../src/coach/rules/table.ts';
import { waitingMoments } from '../../src/coach/waiting.ts';
import { BID_KINDS } from '../../src/domain/bid.ts';
import { ENERGIES, type Energy } from '../../src/domain/bid-response.ts';
import type { AnsweredBid, DyadState } from '../../src/domain/dyad.ts';
import { messageId } from '../../src/domain/ids.ts';
import { REASONS, type Reason } from '../../src/domain/nudge.ts';
import { TENSE_FOR } from '../../src/domain/settings.ts';
import { DAY, MINUTE } from '../../src/domain/time.ts';
import { act, ben, bensSettings, GATE_CASES, whispering } from '../coach/gate-cases.ts';
import {
  ANA,
  answeredBid,
  BEN,
  BID_END,
  dyadState,
  openBid,
  openPromise,
  partnerState,
  when,
} from '../support/dyad-state.ts';

const ENV = { chance: () => 0, options: { quietStart: true } };
const rules: readonly Rule[] = Object.values(RULES);

const verdicts = (state: DyadState) => consider(state, state.time, ENV);
const whispers = (state: DyadState) => verdicts(state).filter((one) => one.verdict === 'nudge');

describe('the gates', () => {
  it('are asked in the order of the design, each once', () => {
    const ids = GATES.map((gate) => gate.id);

    expect(ids).toEqual(GATE_CASES.map(({ gate }) => gate));
  });

  it.each(GATES)('say why: $id', ({ because }) => {
    expect(because).toMatch(/^[A-Z][^!?]+\.$/);
  });

  describe.each(REASONS)('about %s', (reason) => {
    const cases = GATE_CASES.filter(({ notFor }) => !notFor?.includes(reason));

    it('are all open in the state the other tests start from', () => {
      const [verdict] = verdicts(whispering(reason));

      expect(verdict).toMatchObject({ verdict: 'nudge', moment: { reason, to: BEN, from: ANA, about: 'm1' } });
    });

    it.each(cases)('$gate alone keeps Nod silent', ({ gate, shuts, waits }) => {
      const state = shuts(whispering(reason));

      const [verdict, ...rest] = verdicts(state);

      expect(verdict).toMatchObject({ verdict: 'silent', gate });
      expect(verdict && 'until' in verdict).toBe(waits ?? false);
      expect(rest).toEqual([]);
      expect(shutIn(state)).toEqual([gate]);
    });

    it.each(cases)('$gate is open just before', ({ leavesOpen }) => {
      const state = leavesOpen(whispering(reason));

      expect(verdicts(state)).toMatchObject([{ verdict: 'nudge' }]);
    });

    it.each(cases)('$gate comes before all that follow it', ({ gate }) => {
      const following = cases.slice(cases.findIndex((one) => one.gate === gate));
      const state = following.reduceRight((before, { shuts }) => shuts(before), whispering(reason));

      const [verdict] = verdicts(state);

      expect(verdict).toMatchObject({ verdict: 'silent', gate });
    });
  });
});

/** Every gate that is shut, not only the first. */
function shutIn(state: DyadState): readonly string[] {
  const [moment] = waitingMoments(state);
  if (!moment) return [];
  const around: Around = { state, at: state.time, quietStart: true, ...sidesOf(state, moment.to) };
  return GATES.filter((gate) => gate.holds(moment, around)).map((gate) => gate.id);
}

describe.each(rules)('the rule $reason', (rule) => {
  const { reason } = rule;

  it('says why in one plain sentence', () => {
    expect(rule.because).toMatch(/^[A-Z][^!?]+\.$/);
    expect(RULES[reason]).toBe(rule);
  });

  it('has at least as many scenes to ignore as to hear', () => {
    expect(rule.hears.length).toBeGreaterThan(0);
    expect(rule.ignores.length).toBeGreaterThanOrEqual(rule.hears.length);
  });

  it('tells each scene in words of its own, about a kind of bid', () => {
    const scenes = [...rule.hears, ...rule.ignores];
    const stories = scenes.map(({ story }) => story);

    expect(scenes.filter(({ kind }) => !BID_KINDS.includes(kind))).toEqual([]);
    expect(scenes.filter(({ answered }) => answered !== undefined && !ENERGIES.includes(answered))).toEqual([]);
    expect(stories.filter((story) => !/\w+ \w+/.test(story))).toEqual([]);
    expect(new Set(stories).size).toBe(stories.length);
  });

  it.each(rule.hears)('hears: $story', (scene) => {
    expect(dueReasons(scene, reason)).toContain(reason);
  });

  it.each(rule.ignores)('ignores: $story', (scene) => {
    expect(dueReasons(scene, reason)).not.toContain(reason);
  });

  it('keeps to one message a day', () => {
    const nudgedThisMorning = ben(() => ({ nudgedAt: [when('2026-11-25T08:30')] }))(whispering(reason));
    const nudgedYesterday = ben(() => ({ nudgedAt: [when('2026-11-24T21:30')] }))(whispering(reason));

    expect(whispers(nudgedThisMorning)).toEqual([]);
    expect(whispers(nudgedYesterday)).toHaveLength(1);
  });

  it.each([
    { hours: 'of sleep', settings: { quiet: { from: 13 * 60, until: 20 * 60 } } },
    { hours: 'they cannot answer', settings: { away: [{ from: 13 * 60, until: 20 * 60 }] } },
  ])('never whispers in the hours $hours, and asks again after them', ({ settings }) => {
    const state = bensSettings(settings)({ ...whispering(reason), time: when('2026-11-25T17:30') });
    const window = { halfAt: when('2026-11-25T22:00'), closesAt: when('2026-11-26T10:00') };
    const open = { ...state, bids: state.bids.map((bid) => ({ ...bid, ...window })) };
    // What the clock of available time has not reached by then comes due two hours into the evening.
    const again = {
      'passed-over': '20:00',
      silence: '22:00',
      'more-to-say': '19:30',
      promise: '20:00',
      'follow-up': '20:00',
    };

    expect(whispers(open)).toEqual([]);
    expect(nextDue(open)).toBe(when(`2026-11-25T${again[reason]}`));
  });

  it('is silent in a rest and in tense times, for good', () => {
    const resting = { ...whispering(reason), restUntil: when('2026-11-26T14:00') };
    const tense = { ...whispering(reason), tenseUntil: whispering(reason).time + TENSE_FOR - MINUTE };

    const found = [verdicts(resting)[0], verdicts(tense)[0]];

    for (const verdict of found) expect(verdict).toMatchObject({ verdict: 'silent' });
    for (const verdict of found) expect(verdict).not.toHaveProperty('until');
  });

  it('is not asked twice about what is settled', () => {
    const state = whispering(reason);
    const settled = {
      ...state,
      bids: state.bids.map((bid) => ({ ...bid, considered: [reason] })),
      promises: state.promises.map((promise) => ({ ...promise, considered: true as const })),
      answered: state.answered.map((answered) => ({ ...answered, considered: REASONS })),
    };

    expect(waitingMoments(settled)).toEqual([]);
    expect(verdicts(settled)).toEqual([]);
    expect(nextDue(settled)).toBeUndefined();
  });
});

function dueReasons(scene: Scene, reason: Reason): readonly Reason[] {
  const state = played(scene, reason);
  return consider(state, state.time, ENV).map(({ moment }) => moment.reason);
}

/** The scene as a state, at the minute in which the rule is asked. */
function played(scene: Scene, reason: Reason): DyadState {
  const { kind, asked, passed, seen, turn, lapsed, nudged, promisedFor, answered } = scene;
  const after = (minutes: number) => BID_END + minutes * MINUTE;
  const { seenAt: _, ...partner } = partnerState({ id: BEN });
  const { usually, told = 0 } = scene;
  const responder = {
    ...partner,
    ...(usually === undefined ? {} : { usualJoy: { mean: usually, count: 20 } }),
    addedAt: Array.from({ length: told }, (_, index) => ({ reason, at: BID_END - (index + 1) * DAY })),
  };
  const bid = openBid({
    kind,
    acts: [
      ...(passed === undefined ? [] : [act('away', after(passed))]),
      ...(turn === undefined ? [] : [act(turn, after(asked - 1))]),
    ],
    ...(passed === undefined ? {} : { passedAt: after(passed) }),
    ...(lapsed ? { lapsed } : {}),
    ...(nudged ? { nudged } : {}),
  });
  return dyadState({
    time: after(asked),
    partners: [
      partnerState({ id: ANA }),
      seen === undefined ? responder : { ...responder, seenAt: after(Math.min(seen, asked)) },
    ],
    bids: answered === undefined ? [bid] : [],
    answered: answered === undefined ? [] : [answeredIn(scene, answered)],
    promises: promisedFor === undefined ? [] : [openPromise({ kind, dueAt: after(promisedFor) })],
  });
}

/** What is kept of a bid that was answered two minutes after its end. */
function answeredIn({ kind, emoji, nudged }: Scene, energy: Energy): AnsweredBid {
  return answeredBid({ kind, energy, ...(emoji ? { withEmoji: true } : {}), ...(nudged ? { nudged } : {}) });
}

describe('a moment', () => {
  it('names the first message of the bid', () => {
    const messages = [messageId('first'), messageId('second')];
    const state = whispering('silence');

    const [verdict] = verdicts({ ...state, bids: [openBid({ messages })] });

    expect(verdict?.moment.about).toBe('first');
  });

  it('is none without a message, and says of which bid', () => {
    const state = whispering('silence');

    expect(() => verdicts({ ...state, bids: [openBid({ seq: 7, messages: [] })] })).toThrow('bid 7 has no message');
  });
});
