import { describe, expect, it } from 'vitest';
import type { Chronicle, Line, PersonTruth, Told, TrueAct, TrueBid } from '../../simulation/chronicle.ts';
import type { FORBIDDEN } from '../../simulation/forbidden.ts';
import { judge } from '../../simulation/judge.ts';
import { REASONS } from '../../src/domain/nudge.ts';
import { DAY, HOUR, MINUTE } from '../../src/domain/time.ts';

/** A Wednesday afternoon in a month that began ten days before; Ana reached out at 14:00, Nod whispers at 16:00. */
const BID_AT = Date.parse('2026-05-13T14:00+02:00');
const STARTED = BID_AT - 10 * DAY;
const WHISPER_AT = BID_AT + 2 * HOUR;

const PERSON: PersonTruth = {
  chose: [
    {
      ...{ at: STARTED, zone: 'Europe/Berlin', quiet: { from: 22 * 60, until: 8 * 60 }, away: [] },
      ...{ coaching: true, reasons: REASONS, nudgesPerDay: 1 },
    },
  ],
  ...{ busy: [], snoozed: [], off: [], tied: [], isBrief: false },
};
const BID: TrueBid = {
  ...{ messages: ['m1'], by: 'ana', kind: 'good-news', intensity: 0.9, text: 'got it', endedAt: BID_AT, acts: [] },
};
const LINES: readonly Line[] = [
  { id: 'm0', at: BID_AT - HOUR, by: 'ben', text: 'on the bus' },
  { id: 'm1', at: BID_AT, by: 'ana', text: 'got it' },
];

function told(nudge: Partial<Told['nudge']> = {}, takenBackAt = WHISPER_AT + HOUR): Told {
  return { nudge: { to: 'ben', about: 'm1', reason: 'silence', at: WHISPER_AT, ...nudge }, takenBackAt };
}

function chronicle(changes: Partial<Chronicle> = {}, ben: Partial<PersonTruth> = {}): Chronicle {
  return {
    ...{ startedAt: STARTED, people: { ana: PERSON, ben: { ...PERSON, ...ben } }, lines: LINES, bids: [BID] },
    ...{ strains: [], mended: [], daysOff: [], whispers: [told()], ...changes },
  };
}

const chosen = (changes: Partial<PersonTruth['chose'][number]>): Partial<PersonTruth> => ({
  chose: PERSON.chose.map((one) => ({ ...one, ...changes })),
});
const around = [{ from: WHISPER_AT - HOUR, until: WHISPER_AT + HOUR }];
const bidWith = (changes: Partial<TrueBid>) => [{ ...BID, ...changes }];
const act = (changes: Partial<TrueAct> = {}): TrueAct => ({
  at: BID_AT + HOUR,
  does: 'answers',
  warm: true,
  ...changes,
});
const strain = (what: Chronicle['strains'][number]['what'], ago: number) => ({
  strains: [{ at: WHISPER_AT - ago, what }],
});
/** Three more of Ana's in the last hour, and not a word from Ben since. */
const rowOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    ...BID,
    messages: [`r${index}`],
    endedAt: BID_AT - (index + 1) * MINUTE,
  }));

/** One planted breach of each promise. */
const BREACHES: Record<keyof typeof FORBIDDEN, Chronicle> = {
  'about a stranger': chronicle({ whispers: [told({ about: 'elsewhere' })] }),
  'to the wrong one': chronicle({ whispers: [told({ to: 'ana' })] }),
  'not chosen': chronicle({}, chosen({ reasons: ['promise'] })),
  'a switch was off': chronicle({}, { off: around }),
  'in the first three days': chronicle({ startedAt: WHISPER_AT - 2 * DAY }),
  'asleep or at work': chronicle({}, chosen({ away: [{ from: 15 * 60, until: 17 * 60 }] })),
  'busy, and had said so': chronicle({}, { busy: around }),
  'had asked for quiet': chronicle({}, { snoozed: around }),
  'in a rest': chronicle({ daysOff: [WHISPER_AT - 20 * HOUR] }),
  'in a fight': chronicle(strain('harsh', 20 * MINUTE)),
  'near something tender': chronicle(strain('tender', 50 * MINUTE)),
  'about mending': chronicle({ bids: bidWith({ kind: 'repair' }) }),
  'after the answer': chronicle({ bids: bidWith({ acts: [act()] }) }),
  'more than the budget': chronicle({ whispers: [told(), told({ about: 'm0', at: WHISPER_AT - 3 * HOUR })] }),
  'the fourth in a row': chronicle({ bids: [...rowOf(3).reverse(), BID] }),
  'one was gone': chronicle({
    lines: LINES.map((line) => (line.by === 'ben' ? { ...line, at: BID_AT - 8 * DAY } : line)),
  }),
  'twice about one thing': chronicle({ whispers: [told(), told({ at: WHISPER_AT - DAY })] }),
  'not the next day': chronicle({ whispers: [told({ reason: 'follow-up' })] }),
  'for a short word of somebody brief': chronicle({ whispers: [told({ reason: 'more-to-say' })] }, { isBrief: true }),
};

const verdictOf = (truth: Chronicle) => judge(truth)[0]?.verdict;

describe('the judge', () => {
  it('finds a whisper about an open bid timely', () => {
    expect(verdictOf(chronicle())).toEqual({ is: 'timely' });
  });

  it.each(Object.entries(BREACHES))('finds what is planted: %s', (cause, truth) => {
    expect(verdictOf(truth)).toMatchObject({ is: 'forbidden', because: expect.arrayContaining([cause]) });
  });

  it.each([
    ['a risk a day ago and more', chronicle(strain('self-harm', 25 * HOUR))],
    ['harsh words 31 minutes ago', chronicle(strain('harsh', 31 * MINUTE))],
    ['a tender evening that is over', chronicle(strain('tender', 61 * MINUTE))],
    ['two others that wait', chronicle({ bids: [...rowOf(2).reverse(), BID] })],
    [
      'a promise to come back',
      chronicle({ bids: bidWith({ acts: [act({ does: 'puts-off' })] }), whispers: [told({ reason: 'promise' })] }),
    ],
    ['a yesterday of another one', chronicle({ whispers: [told(), told({ about: 'm0', at: WHISPER_AT - DAY })] })],
  ])('lets pass: %s', (_, truth) => {
    expect(verdictOf(truth)?.is).toBe('timely');
  });

  it('rests for two weeks after a second danger within seven days', () => {
    const strains = [3, 6].map((days) => ({ at: WHISPER_AT - days * DAY, what: 'coercion' as const }));

    expect(verdictOf(chronicle({ strains }))).toMatchObject({ because: ['in a rest'] });
    expect(verdictOf(chronicle({ strains: strains.slice(1) }))?.is).toBe('timely');
  });

  it('finds one that still stands two minutes after the answer, and not one that went', () => {
    const bids = bidWith({ acts: [act({ at: WHISPER_AT + 10 * MINUTE })] });

    const stood = verdictOf(chronicle({ bids, whispers: [told({}, WHISPER_AT + 20 * MINUTE)] }));
    const went = verdictOf(chronicle({ bids, whispers: [told({}, WHISPER_AT + 11 * MINUTE)] }));

    expect(stood).toEqual({ is: 'forbidden', because: ['left standing'] });
    expect(went?.is).toBe('timely');
  });

  it.each([
    ['about nothing', chronicle({ bids: [] })],
    ['about a trifle', chronicle({ bids: bidWith({ intensity: 0.2 }) })],
    ['about to answer anyway', chronicle({ bids: bidWith({ plannedAt: WHISPER_AT + 10 * MINUTE }) })],
    ['in a meeting nobody knew of', chronicle({}, { tied: around })],
    ['talked about already', chronicle({ bids: bidWith({ acts: [act({ aloud: true })] }) })],
  ])('calls needless, not forbidden: %s', (because, truth) => {
    expect(verdictOf(truth)).toEqual({ is: 'needless', because });
  });
});
