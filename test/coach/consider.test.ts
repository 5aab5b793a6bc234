import { describe, expect, it } from 'vitest';
import { consider } from '../../src/coach/consider.ts';
import type { DyadState, OpenBid, PartnerState } from '../../src/domain/dyad.ts';
import { DAY, HOUR, MINUTE } from '../../src/domain/time.ts';
import { ANA, BEN, BID_END, dyadState, openBid, openPromise, partnerState, when } from '../support/dyad-state.ts';

const ENV = { chance: () => 0, options: { quietStart: true } };
const verdicts = (state: DyadState) => consider(state, state.time, ENV);

/** Passed over at once, and due by the end of the hour. */
function passedOver(changes: Partial<OpenBid> = {}): OpenBid {
  const { endedAt = BID_END } = changes;
  return openBid({ passedAt: endedAt + MINUTE, ...changes });
}

/** Ana in Berlin, and Ben as the test wants him. */
const couple = (ben: Partial<PartnerState>, state: Partial<DyadState>) =>
  dyadState({ partners: [partnerState({ id: ANA }), partnerState({ id: BEN, ...ben })], ...state });

describe('consider', () => {
  it('says nothing about a couple with nothing open', () => {
    expect(verdicts(dyadState())).toEqual([]);
  });

  it('carries what was read of the bid, never a word of it', () => {
    const act = { at: BID_END, event: 'm2', reply: { turn: 'away', confidence: 0.75 } } as const;

    const [verdict] = verdicts(dyadState({ time: BID_END + 15 * MINUTE, bids: [passedOver({ acts: [act] })] }));

    expect(verdict?.moment).toEqual({
      reason: 'passed-over',
      to: BEN,
      from: ANA,
      bidSeq: 1,
      about: 'm1',
      kind: 'good-news',
      intensity: 0.9,
      readingConfidence: 0.9,
      pairingConfidence: 0.75,
      because: ['good-news/made-it'],
      tender: false,
      endedAt: BID_END,
      dueAt: BID_END + 15 * MINUTE,
    });
  });

  it('has no pairing to be sure of in silence', () => {
    const [verdict] = verdicts(dyadState({ time: BID_END + 2 * HOUR, bids: [openBid()] }));

    expect(verdict?.moment).not.toHaveProperty('pairingConfidence');
  });

  it('trusts several passing replies only as far as the least certain one', () => {
    const acts = [0.9, 0.6, 0.95].map((confidence, index) => ({
      at: BID_END + index,
      event: `m${index + 2}`,
      reply: { turn: 'away' as const, confidence },
    }));

    const [verdict] = verdicts(dyadState({ time: BID_END + HOUR, bids: [passedOver({ acts })] }));

    expect(verdict).toMatchObject({ verdict: 'silent', gate: 'sure-of-pairing' });
  });

  it('leaves what was open while Nod was off alone for good, and whispers about what came after', () => {
    const state = (unheardUntil: number) =>
      dyadState({ time: BID_END + HOUR, bids: [passedOver()], unobserved: [], unheardUntil });

    const found = [...verdicts(state(BID_END + 1)), ...verdicts(state(BID_END))];

    expect(found).toMatchObject([{ verdict: 'silent', gate: 'observed' }, { verdict: 'nudge' }]);
    expect(found[0]).not.toHaveProperty('until');
  });

  it('lets only the strongest of several due at once whisper; the others wait 45 min', () => {
    const bids = [
      passedOver({ seq: 1, intensity: 0.7 }),
      passedOver({ seq: 2, intensity: 0.95 }),
      passedOver({ seq: 3, intensity: 0.7, endedAt: BID_END + MINUTE }),
    ];
    const time = BID_END + HOUR;

    const found = verdicts(dyadState({ time, bids }));

    expect(found.map(({ moment }) => moment.bidSeq)).toEqual([2, 3, 1]);
    expect(found.map(({ verdict }) => verdict)).toEqual(['nudge', 'silent', 'silent']);
    expect(found.slice(1)).toMatchObject([
      { gate: 'apart', until: time + 45 * MINUTE },
      { gate: 'apart', until: time + 45 * MINUTE },
    ]);
  });

  it('lets the next one whisper when the strongest may not', () => {
    const bids = [passedOver({ seq: 1, confidence: 0.5, intensity: 1 }), passedOver({ seq: 2 })];

    const found = verdicts(dyadState({ time: BID_END + HOUR, bids }));

    expect(found.map(({ verdict }) => verdict)).toEqual(['silent', 'nudge']);
  });

  it('keeps a budget for each of the two', () => {
    const bids = [passedOver({ seq: 1, by: ANA }), passedOver({ seq: 2, by: BEN })];

    const found = verdicts(dyadState({ time: BID_END + HOUR, bids }));

    expect(found.map(({ moment, verdict }) => [moment.to, verdict])).toEqual([
      [ANA, 'nudge'],
      [BEN, 'nudge'],
    ]);
  });

  it('skips the quiet start where the options say so', () => {
    const newcomer = couple({ consentedAt: BID_END }, { time: BID_END + HOUR, bids: [passedOver()] });

    const [withStart] = consider(newcomer, newcomer.time, ENV);
    const [without] = consider(newcomer, newcomer.time, { ...ENV, options: { quietStart: false } });

    expect(withStart).toMatchObject({ gate: 'quiet-start' });
    expect(without).toMatchObject({ verdict: 'nudge' });
  });

  it('never whispers where the settings leave no free minute', () => {
    const settings = { ...partnerState().settings, away: [{ from: 8 * 60, until: 22 * 60 }] };

    const [verdict] = verdicts(couple({ settings }, { time: BID_END + HOUR, bids: [passedOver()] }));

    expect(verdict).toMatchObject({ verdict: 'silent', gate: 'available' });
    expect(verdict).not.toHaveProperty('until');
  });

  it('whispers to nobody who was not here for a week, or not since they said yes', () => {
    const time = BID_END + 3 * HOUR;
    const { wroteAt: _, ...neverWrote } = partnerState({ id: BEN, consentedAt: time - 8 * DAY });
    const longGone = partnerState({ id: BEN, wroteAt: time - 8 * DAY });

    const found = [neverWrote, longGone].map(
      (ben) => verdicts(dyadState({ time, partners: [partnerState(), ben], promises: [openPromise()] }))[0],
    );

    expect(found).toMatchObject([{ gate: 'both-around' }, { gate: 'both-around' }]);
  });

  it('knows a promise whose bid is closed, and one whose bid is not', () => {
    const time = BID_END + 3 * HOUR;
    const alone = dyadState({ time, promises: [openPromise({ madeAt: BID_END + MINUTE })] });
    const beside = { ...alone, bids: [openBid({ seq: 9, lapsed: true }), openBid({ tender: true, lapsed: true })] };

    const [closed, open] = [verdicts(alone)[0], verdicts(beside)[0]];

    expect(closed).toMatchObject({ verdict: 'nudge', moment: { endedAt: BID_END + MINUTE, to: BEN } });
    expect(open).toMatchObject({ gate: 'tender', moment: { endedAt: BID_END } });
  });
});

describe('a fourth in a row', () => {
  /** What becomes of Ana's last bid, with earlier ones of the same afternoon. */
  const fourthAfter = (before: readonly OpenBid[], ana: Partial<PartnerState> = {}) => {
    const partners = [partnerState({ id: ANA, ...ana }), partnerState({ id: BEN })] as const;
    const found = verdicts(dyadState({ time: BID_END + HOUR, partners, bids: [...before, passedOver({ seq: 9 })] }));
    return found.find(({ moment }) => moment.bidSeq === 9);
  };
  const bidsBefore = (count: number, changes: Partial<OpenBid> = {}) =>
    Array.from({ length: count }, (_, index) =>
      openBid({ seq: index + 1, endedAt: BID_END - HOUR + index, ...changes }),
    );
  const waited = { waiting: { count: 2, since: BID_END - 2 * HOUR } };
  const reply = { at: BID_END, event: 'm9', reply: { turn: 'away', confidence: 0.9 } } as const;

  it('is nothing to whisper about: three wait already', () => {
    expect(fourthAfter(bidsBefore(3))).toMatchObject({ verdict: 'silent', gate: 'row' });
    expect(fourthAfter(bidsBefore(2))).toMatchObject({ verdict: 'nudge' });
  });

  it('counts what is open together with what has lapsed today', () => {
    expect(fourthAfter(bidsBefore(1), waited)).toMatchObject({ verdict: 'silent', gate: 'row' });
    expect(fourthAfter([], waited)).toMatchObject({ verdict: 'nudge' });
  });

  it('counts what Nod did not hear as a bid, as long as the other says nothing', () => {
    const bid = passedOver({ seq: 9, inARow: true });

    const [verdict] = verdicts(couple({}, { time: BID_END + HOUR, bids: [bid] }));

    expect(verdict).toMatchObject({ verdict: 'silent', gate: 'row' });
  });

  it.each([
    { which: 'those of the other', changes: { by: BEN } },
    { which: 'later ones', changes: { endedAt: BID_END + 1 } },
    { which: 'those of the same instant', changes: { endedAt: BID_END } },
    { which: 'lapsed ones, which are counted already', changes: { lapsed: true } },
    { which: 'those that were spoken about', changes: { acts: [reply] } },
    { which: 'a row in which another stood', changes: { inARow: true, lapsed: true } },
    { which: 'those that only a pause opened', changes: { kind: 'vulnerability', byWords: 0 } },
  ] as const)('does not count $which', ({ changes }) => {
    expect(fourthAfter(bidsBefore(3, { intensity: 0.1, ...changes }))).toMatchObject({ verdict: 'nudge' });
  });
});

describe('the budget', () => {
  const due = (ben: Partial<PartnerState>, at = BID_END) =>
    verdicts(couple(ben, { time: at + HOUR, bids: [passedOver({ endedAt: at })] }))[0];

  it.each([0, 1, 2])('keeps to %i a day where that was chosen', (nudgesPerDay) => {
    const settings = { ...partnerState().settings, nudgesPerDay };

    const found = [0, 1, 2].map((count) => due({ settings, nudgedAt: earlier(count) })?.verdict);

    expect(found).toEqual([0, 1, 2].map((count) => (count < nudgesPerDay ? 'nudge' : 'silent')));
  });

  it('allows four a week', () => {
    const nudged = (count: number) => Array.from({ length: count }, (_, index) => BID_END - (index + 1) * DAY);

    expect(due({ nudgedAt: nudged(3) })).toMatchObject({ verdict: 'nudge' });
    expect(due({ nudgedAt: nudged(4) })).toMatchObject({ gate: 'week' });
  });

  it('forgets what is older than a week', () => {
    const longAgo = [8, 9, 10, 11].map((days) => BID_END - days * DAY);

    expect(due({ nudgedAt: longAgo })).toMatchObject({ verdict: 'nudge' });
  });

  it('counts days by the clock of the one who is written to', () => {
    const noQuiet = { from: 0, until: 0 };
    const inZone = (zone: string) => ({ settings: { ...partnerState().settings, zone, quiet: noQuiet } });
    const nudgedAt = [when('2026-11-24T20:00Z')]; // 21:00 in Berlin, 15:00 in New York
    const bidEnd = when('2026-11-25T01:30Z'); // the next day in Berlin, the same evening in New York

    expect(due({ ...inZone('Europe/Berlin'), nudgedAt, seenAt: bidEnd, wroteAt: bidEnd }, bidEnd)).toMatchObject({
      verdict: 'nudge',
    });
    expect(due({ ...inZone('America/New_York'), nudgedAt, seenAt: bidEnd, wroteAt: bidEnd }, bidEnd)).toMatchObject({
      gate: 'day',
    });
  });

  it.each([
    { day: 'of 25 hours', first: '2026-10-25T00:30+02:00', later: '2026-10-25T22:30+01:00', gate: 'day' },
    { day: 'of 23 hours', first: '2026-03-29T00:30+01:00', later: '2026-03-29T22:30+02:00', gate: 'day' },
    { day: 'that has just begun', first: '2026-10-25T00:30+02:00', later: '2026-10-25T23:30+01:00', gate: undefined },
  ])('counts a day $day as one', ({ first, later, gate }) => {
    const bidEnd = when(later);
    const around = { consentedAt: bidEnd - 30 * DAY, seenAt: bidEnd, wroteAt: bidEnd };
    const settings = { ...partnerState().settings, quiet: { from: 0, until: 0 } };
    const state = dyadState({
      time: bidEnd + HOUR,
      bids: [passedOver({ endedAt: bidEnd })],
      partners: [
        partnerState({ id: ANA, ...around }),
        partnerState({ id: BEN, ...around, settings, nudgedAt: [when(first)] }),
      ],
    });

    const [verdict] = verdicts(state);

    expect(verdict && 'gate' in verdict ? verdict.gate : undefined).toBe(gate);
  });
});

/** That many messages from Nod on the same morning, an hour apart. */
function earlier(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => when('2026-11-25T09:00') + index * HOUR);
}

describe('quiet hours', () => {
  it.each([
    { night: 'when clocks go forward', end: '2026-03-28T21:50+01:00', until: '2026-03-29T08:00+02:00' },
    { night: 'when clocks go back', end: '2026-10-24T21:50+02:00', until: '2026-10-25T08:00+01:00' },
  ])('end by the wall clock in the night $night', ({ end, until }) => {
    const endedAt = when(end);
    const around = { consentedAt: endedAt - 30 * DAY, seenAt: endedAt, wroteAt: endedAt };
    const partners = [partnerState({ id: ANA, ...around }), partnerState({ id: BEN, ...around })] as const;

    const [verdict] = verdicts(
      dyadState({ time: endedAt + HOUR, partners, bids: [passedOver({ endedAt, closesAt: when(until) + 3 * HOUR })] }),
    );

    expect(verdict).toMatchObject({ gate: 'available', until: when(until) });
  });

  it('are those of the one who is written to', () => {
    const tokyo = { ...partnerState().settings, zone: 'Asia/Tokyo' }; // 23:00 there at 15:00 in Berlin

    const [toTokyo] = verdicts(couple({ settings: tokyo }, { time: BID_END + HOUR, bids: [passedOver()] }));
    const [toBerlin] = verdicts(couple({ settings: tokyo }, { time: BID_END + HOUR, bids: [passedOver({ by: BEN })] }));

    expect(toTokyo).toMatchObject({ gate: 'available', until: when('2026-11-26T08:00+09:00') });
    expect(toBerlin).toMatchObject({ verdict: 'nudge', moment: { to: ANA } });
  });
});
