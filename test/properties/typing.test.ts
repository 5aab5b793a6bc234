import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOpenedByWords } from '../../src/domain/bid.ts';
import { DAY, MINUTE, SECOND } from '../../src/domain/time.ts';
import { at, type Couple, couple, edit, type Heard, PERSON, say, type Who } from '../engine/couple.ts';
import { BEN, dyadState, partnerState } from '../support/dyad-state.ts';
import { chats } from './chats.ts';

/** How long somebody types may be heard by their leave alone, and then only in a vulnerable line of theirs. */

const RUNS = { seed: 20_261_126, numRuns: 60 };
/** Lines in which a pause tells something, and lines in which it never may. */
const LINES = [
  'never mind',
  "it's fine",
  'idk',
  'forget it',
  'ok',
  'did you move the car?',
  'look at this dog',
  'today was awful, i feel so low',
  "i don't want to live anymore",
  'you never listen to me, you are so selfish',
  "my grandma died this morning, i'm heartbroken",
] as const;

/** What both say where a pause may open something beside what words open, and answers that fit either. */
const TWOFOLD = [
  "i got the job!!! i'm so happy 🎉",
  'today was awful, i feel so low',
  'how did the dentist go',
  'never mind',
  "it's fine",
  'forget it',
  'amazing!!',
  'proud of you',
  'oh no, what happened?',
  "oh no, i'm so sorry, that sounds really hard",
  'k',
  'did you move the car?',
  'in a meeting, want to hear everything tonight',
] as const;

/** The chat with somebody typing before most of what is said: for how long, and with which stretches without a sign. */
const typedChats = withTyping(LINES);

function withTyping(lines: readonly string[]): fc.Arbitrary<readonly Heard[]> {
  const typing = fc.infiniteStream(fc.record({ before: fc.nat({ max: 200 }), every: fc.nat({ max: 90 }) }));
  return fc.tuple(chats({ lines }), typing).map(([events, typing]) => {
    let last = at('11:00');
    return events.flatMap((event): readonly Heard[] => {
      const { before = 0, every = 0 } = typing.next().value ?? {};
      const signs: Heard[] = [];
      if (event.type === 'message')
        for (let now = Math.max(last, event.at - before * SECOND); now < event.at; now += (5 + every) * SECOND)
          signs.push({ type: 'typing', at: now, by: event.by });
      last = event.at;
      return [...signs, event];
    });
  });
}

/** Ben takes something back after a pause; long after that, it is replied to by reference or edited. */
function longAgo(): fc.Arbitrary<readonly Heard[]> {
  const RISK = "i don't want to live anymore";
  const line = fc.constantFrom(...TWOFOLD);
  const far = fc.record({ edits: fc.boolean(), text: fc.oneof(line, fc.constant(RISK)) });
  const plain = fc.oneof({ weight: 15, arbitrary: fc.constant('on the bus now') }, { weight: 1, arbitrary: line });
  const who = fc.constantFrom<Who>('ben', 'ben', 'ben', 'ana');
  const between = fc.array(fc.record({ who, text: plain }), { minLength: 4, maxLength: 10 });
  const before = fc.constantFrom(TWOFOLD[0], TWOFOLD[1], TWOFOLD[2]);
  const soon = fc.constantFrom(undefined, 'in a meeting, want to hear all about it tonight', 'oh no, what is it?');
  const acts = fc.array(far, { minLength: 1, maxLength: 3 });
  return fc.tuple(before, between, acts, soon).map(([first, lines, acts, answer]) => [
    say('ben', '12:00', first),
    { type: 'typing', at: at('12:03'), by: PERSON.ben },
    say('ben', '12:04', 'never mind', { id: 'paused' }),
    ...(answer === undefined ? [] : [say('ana', '12:07', answer, { replyTo: 'paused' })]),
    ...lines.map(({ who, text }, index) => say(who, `12:${10 + 3 * index}`, text)),
    ...acts.map(({ edits, text }, index) => {
      const time = `13:0${3 * index}`;
      return edits ? edit(time, 'paused', text) : say('ana', time, text, { replyTo: 'paused' });
    }),
  ]);
}

/** The chat as it was, or as it would have been with nobody seen typing. */
function play(events: readonly Heard[], { typing, seen = true }: { typing: boolean; seen?: boolean }): Couple {
  const partners = [partnerState({ settings: { typing } }), partnerState({ id: BEN, settings: { typing } })] as const;
  const their = couple({ state: dyadState({ time: at('08:00'), partners: [...partners] }) });
  their.hear(...(seen ? events : events.filter(isNoTyping)));
  their.sleepUntil((events.at(-1)?.at ?? 0) + 5 * DAY);
  return their;
}

/** What became of each bid that words opened, by its first message, and what was written down of them. */
function becameOfWords({ trace, effects }: Couple) {
  const ended = trace.flatMap((one) => (one.saw === 'response' ? [one] : []));
  const byPause = new Set(ended.flatMap(({ bid }) => (isOpenedByWords(bid) ? [] : [bid.seq])));
  const bids = ended.flatMap(({ bid, response, at: endedAt }) => {
    const { messages, kind, intensity } = bid;
    return byPause.has(bid.seq) ? [] : [{ messages, kind, intensity, response, endedAt }];
  });
  const deposits = effects.flatMap((effect) => {
    if (effect.do !== 'record' || byPause.has(effect.moment.seq)) return [];
    const { seq: _, prompted: __, ...deposit } = effect.moment; // a number, and whether Nod had written
    return [deposit];
  });
  return { bids, deposits, byPause: byPause.size };
}

const isNoTyping = ({ type }: Heard) => type !== 'typing';
const readingsOf = ({ trace }: Couple) => trace.flatMap((one) => (one.saw === 'reading' ? [one.reading] : []));

describe('typing', () => {
  it('changes nothing at all where nobody lets it count', () => {
    fc.assert(
      fc.property(typedChats, (events) => {
        const typed = play(events, { typing: false });
        const untyped = play(events, { typing: false, seen: false });

        expect(typed.session.state).toEqual(untyped.session.state);
        expect(typed.effects).toEqual(untyped.effects);
        expect(typed.trace).toEqual(untyped.trace);
      }),
      RUNS,
    );
  });

  it('changes no reading but into a vulnerable one, where both do', () => {
    let heard = 0;
    fc.assert(
      fc.property(typedChats, (events) => {
        const typed = readingsOf(play(events, { typing: true }));
        const untyped = readingsOf(play(events, { typing: true, seen: false }));

        expect(typed).toHaveLength(untyped.length);
        typed.forEach(({ bid, second: _, ...rest }, index) => {
          const { bid: before, second: __, ...others } = untyped[index] ?? { tender: false };
          expect(rest).toEqual(others);
          if (JSON.stringify(bid) === JSON.stringify(before)) return;
          heard += 1;
          expect(bid?.kind).toBe('vulnerability');
          expect(bid?.because.length).toBeGreaterThan(1);
          if (before) expect(bid).toMatchObject({ kind: before.kind, intensity: before.intensity });
        });
      }),
      RUNS,
    );

    expect(heard).toBeGreaterThan(10); // or the property would hold of nothing
  });

  it('moves nothing of what becomes of bids that words opened', () => {
    let [opened, answered] = [0, 0];
    fc.assert(
      fc.property(withTyping(TWOFOLD), (events) => {
        const { byPause, ...on } = becameOfWords(play(events, { typing: true }));
        const { byPause: none, ...off } = becameOfWords(play(events, { typing: false }));

        expect(on).toEqual(off);
        expect(none).toBe(0);
        opened += byPause;
        answered += on.deposits.length;
      }),
      { ...RUNS, numRuns: 150 },
    );

    expect(Math.min(opened, answered)).toBeGreaterThan(30); // or the property would hold of nothing
  });

  it('moves nothing of it either by a reply to what it opened, or an edit of that, long afterwards', () => {
    let opened = 0;
    fc.assert(
      fc.property(longAgo(), (events) => {
        const [typed, untyped] = [play(events, { typing: true }), play(events, { typing: false })];
        const { byPause, ...on } = becameOfWords(typed);
        const { byPause: _, ...off } = becameOfWords(untyped);

        expect(on).toEqual(off);
        expect(typed.session.state.restUntil).toBe(untyped.session.state.restUntil);
        opened += byPause;
      }),
      { ...RUNS, numRuns: 150 },
    );

    expect(opened).toBeGreaterThan(100); // or the property would hold of nothing
  });

  it('leaves nothing behind in the state but that somebody was here', () => {
    fc.assert(
      fc.property(typedChats, (events) => {
        const { session } = play(events, { typing: true });
        const typing: Heard = { type: 'typing', at: session.state.time + MINUTE, by: PERSON.ben };

        const before = session.state;
        const their = couple({ state: before });
        their.feedOnly(typing);

        const [ana, ben] = their.session.state.partners;
        expect(their.session.state).toEqual({ ...before, time: typing.at, partners: [ana, ben] });
        expect({ ...ben, seenAt: 0 }).toEqual({ ...before.partners[1], seenAt: 0 });
      }),
      { ...RUNS, numRuns: 20 },
    );
  });
});
