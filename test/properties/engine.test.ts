import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_OPEN_BIDS, RESPONSE_WINDOW } from '../../src/domain/settings.ts';
import { DAY, HOUR, SECOND } from '../../src/domain/time.ts';
import type { Effect, Trace } from '../../src/engine/effects.ts';
import { at, type Couple, couple, type Heard, say, WORRY } from '../engine/couple.ts';
import { chats } from './chats.ts';

const RUNS = { seed: 20_261_125, numRuns: 50 };
/** A rest drawn after a risk; a threat would rest longer the second time, which memory alone knows. */
const RISK = "i don't want to live anymore";

/** Ana, who says more than thirty things that want an answer and gets none. */
const crowds: fc.Arbitrary<readonly Heard[]> = fc
  .array(fc.constantFrom(91, 300, 900), { minLength: 25, maxLength: 40 })
  .map((gaps) => {
    let now = at('12:00');
    return gaps.map((gap, index): Heard => {
      now += gap * SECOND;
      return { ...say('ana', '12:00', WORRY, { id: `m${index}` }), at: now };
    });
  });

/** The platform tells messages apart by their id before they come in; a second call is a second call. */
const ONCE: ReadonlySet<Heard['type']> = new Set(['message', 'voice-join']);

function play(events: readonly Heard[]): Couple {
  const their = couple();
  their.hear(...events);
  their.sleepUntil(endOf(events));
  return their;
}

/** By then every window, promise and rest is over. */
const endOf = (events: readonly Heard[]) => (events.at(-1)?.at ?? 0) + 5 * DAY;

type Answered = Extract<Trace, { saw: 'response' }>;
const answersOf = (trace: readonly Trace[]) => trace.filter((one): one is Answered => one.saw === 'response');
const latenciesOf = ({ trace }: Couple) =>
  answersOf(trace).flatMap(({ response }) =>
    response && 'latency' in response && response.latency ? [response.latency] : [],
  );
const recordsOf = (effects: readonly Effect[]) => effects.filter((effect) => effect.do === 'record');

describe('whatever the two say', () => {
  it('a bid gets one response at most: one record, and no word after the one that decided', () => {
    fc.assert(
      fc.property(chats({ risk: RISK }), (events) => {
        const { trace, effects } = play(events);

        const records = recordsOf(effects).map((effect) => effect.moment.seq);
        expect(new Set(records).size).toBe(records.length);
        for (const seq of new Set(answersOf(trace).map((one) => one.bid.seq))) {
          const told = answersOf(trace).filter((one) => one.bid.seq === seq);
          const decided = told.findIndex(({ response }) => response?.turn === 'toward' || response?.turn === 'against');
          expect(told.length).toBeLessThanOrEqual(2); // a late reply by reference may follow on silence
          expect([-1, told.length - 1]).toContain(decided);
        }
      }),
      RUNS,
    );
  });

  it('a wake anywhere changes nothing', () => {
    fc.assert(
      fc.property(chats({ risk: RISK }), fc.infiniteStream(fc.nat({ max: 99 })), (events, places) => {
        const woken = couple();
        for (const event of events) {
          const from = woken.session.state.time;
          const at = from + ((places.next().value ?? 0) / 100) * (event.at - from);
          woken.sleepUntil(Math.max(from, Math.floor(at)));
          woken.hear(event);
        }
        woken.sleepUntil(endOf(events));

        const calm = play(events);
        expect(woken.effects).toEqual(calm.effects);
        expect(woken.session.state).toEqual(calm.session.state);
        expect(answersOf(woken.trace)).toEqual(answersOf(calm.trace));
      }),
      RUNS,
    );
  });

  it('no wake at all changes no record but whether a whisper went before', () => {
    fc.assert(
      fc.property(chats({ risk: RISK }), (events) => {
        const asleep = couple();
        for (const event of events) asleep.feedOnly(event);
        asleep.wakeOnce(endOf(events));

        const bare = ({ effects }: Couple) =>
          recordsOf(effects).map(({ moment: { prompted: _, ...moment } }) => moment);
        expect(bare(asleep)).toEqual(bare(play(events)));
      }),
      RUNS,
    );
  });

  it('parting the stream anywhere gives the same tally: the state rests as JSON, the words are recalled', () => {
    fc.assert(
      fc.property(chats({ risk: RISK }), fc.nat({ max: 30 }), (events, where) => {
        const before = couple();
        before.hear(...events.slice(0, where));
        const after = couple({ state: JSON.parse(JSON.stringify(before.session.state)) });
        after.session.refill(before.recall());
        after.hear(...events.slice(where));
        after.sleepUntil(endOf(events));

        const whole = play(events);
        expect([...before.effects, ...after.effects]).toEqual(whole.effects);
        expect(after.session.state).toEqual(whole.session.state);
      }),
      RUNS,
    );
  });

  it('hearing it all again, or each thing twice, gives the same records', () => {
    fc.assert(
      fc.property(chats({ risk: RISK }), (events) => {
        const once = recordsOf(play(events).effects);
        const repeatable = events.flatMap((event) => (ONCE.has(event.type) ? [event] : [event, event]));

        expect(recordsOf(play(events).effects)).toEqual(once);
        expect(recordsOf(play(repeatable).effects)).toEqual(once);
      }),
      RUNS,
    );
  });

  it('time never goes back, also when events come in any order', () => {
    fc.assert(
      fc.property(chats({ risk: RISK }), fc.array(fc.nat({ max: 30 })), (events, swaps) => {
        const mixed = [...events];
        for (const place of swaps) mixed.push(...mixed.splice(place % mixed.length, 1));
        const their = couple();
        let time = their.session.state.time;

        for (const event of mixed) {
          their.feedOnly(event);
          expect(their.session.state.time).toBeGreaterThanOrEqual(time);
          time = their.session.state.time;
        }
        their.sleepUntil(endOf(events));

        const told = answersOf(their.trace).map((one) => one.at);
        expect(told).toEqual([...told].sort((one, other) => one - other));
      }),
      RUNS,
    );
  });

  it('an answer takes no more free time than time', () => {
    fc.assert(
      fc.property(chats(), (events) => {
        for (const { availableSeconds, latencySeconds } of latenciesOf(play(events))) {
          expect(availableSeconds).toBeGreaterThanOrEqual(0);
          expect(availableSeconds).toBeLessThanOrEqual(latencySeconds);
        }
      }),
      RUNS,
    );
  });

  it('an answer that points at nothing comes within four free hours', () => {
    fc.assert(
      fc.property(chats(), (events) => {
        const plain = events.map((event): Heard => {
          if (event.type !== 'message') return event;
          const { replyTo: _, ...message } = event;
          return message;
        });

        for (const { availableSeconds } of latenciesOf(play(plain))) {
          expect(availableSeconds).toBeLessThanOrEqual(RESPONSE_WINDOW / SECOND);
        }
      }),
      RUNS,
    );
  });

  it('no more than twenty bids are open, and no message rests longer than 48 hours', () => {
    fc.assert(
      fc.property(fc.oneof(chats(), crowds), (events) => {
        const their = couple();
        for (const event of events) {
          their.hear(event);
          expect(their.session.state.bids.length).toBeLessThanOrEqual(MOST_OPEN_BIDS);
          expect(tooOld(their, events)).toEqual([]);
        }
        for (let hours = 1; hours <= 72; hours += 3) {
          their.sleepUntil((events.at(-1)?.at ?? 0) + hours * HOUR);
          expect(tooOld(their, events)).toEqual([]);
        }
        expect(their.session.held()).toEqual([]);
      }),
      { ...RUNS, numRuns: 20 },
    );
  });
});

/** Held messages whose utterance ended more than 48 hours ago; a burst of these chats lasts an hour at most. */
function tooOld({ session }: Couple, events: readonly Heard[]): readonly string[] {
  const saidAt = new Map<string, number>(events.flatMap((one) => (one.type === 'message' ? [[one.id, one.at]] : [])));
  return session.held().filter((id) => (saidAt.get(id) ?? 0) < session.state.time - 49 * HOUR);
}
