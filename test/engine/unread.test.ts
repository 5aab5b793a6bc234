import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tellLanguage } from '../../src/detect/language.ts';
import { HOUR, MINUTE } from '../../src/domain/time.ts';
import { OTHER_LANGUAGES } from '../detect/other-languages.ts';
import { chats } from '../properties/chats.ts';
import { BEN, dyadState, partnerState } from '../support/dyad-state.ts';
import {
  at,
  type Couple,
  couple,
  edit,
  type Heard,
  NEWS,
  PASSES_BY,
  type READER,
  REJOICES,
  react,
  say,
} from './couple.ts';

const GERMAN_LINES = OTHER_LANGUAGES['German'] ?? [];
const REJOICES_IN_GERMAN = 'das ist ja großartig, ich bin so stolz auf dich';
const DYING = "i don't want to live anymore";

/** A reader that hears everything at once in whatever it is given. */
const credulous: typeof READER = () => ({
  bid: { kind: 'request', intensity: 0.9, confidence: 0.9, because: ['request/help'] },
  harshness: { kind: 'contempt', confidence: 0.9, because: ['contempt/names'] },
  risk: { kind: 'violence', confidence: 0.9, because: ['violence/threat'] },
  tender: true,
});

/** One that hears a request in everything, and nothing else. */
const expectant: typeof READER = () => ({
  bid: { kind: 'request', intensity: 0.9, confidence: 0.9, because: ['request/help'] },
  tender: false,
});

/** Ben has written German for a day. */
const germanBen = () =>
  dyadState({
    time: at('08:00'),
    partners: [partnerState(), partnerState({ id: BEN, languages: 'oooooooooooo' })],
  });

const readings = ({ trace }: Couple) => trace.flatMap((one) => (one.saw === 'reading' ? [one.reading] : []));
const languagesOf = ({ session }: Couple, index: 0 | 1) => session.state.partners[index].languages;

describe('what is said in another language', () => {
  it('is not read, whatever a reader would hear in it', () => {
    const line = fc.constantFrom(...Object.values(OTHER_LANGUAGES).flat().filter(isLong));

    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
        const their = couple({ reader: credulous });
        their.hear(...spoken(lines));
        their.sleepUntil(at('26 12:00'));

        expect(readings(their)).toEqual(lines.map(() => ({ tender: false })));
        expect(their.effects).toEqual([]);
        expect(their.session.state.restUntil).toBeUndefined();
      }),
      { seed: 20_261_125, numRuns: 40 },
    );
  });

  it('is not held in memory once it is over', () => {
    const their = couple();

    their.hear(say('ben', '09:00', REJOICES_IN_GERMAN));
    their.sleepUntil(at('09:05'));

    expect(their.session.wordsHeld).toBe(0);
    expect(their.session.held()).toEqual([]);
  });

  it('says nothing about how much its speaker usually writes', () => {
    const their = couple();

    their.hear(say('ben', '09:00', REJOICES_IN_GERMAN));
    their.sleepUntil(at('09:05'));

    expect(their.session.state.partners[1].usualWords).toBeUndefined();
  });

  it('is counted by a letter in a state that had none, and by nothing else', () => {
    const their = couple();

    their.hear(say('ben', '09:00', REJOICES_IN_GERMAN), say('ana', '09:10', NEWS), say('ben', '09:20', 'ok'));
    their.sleepUntil(at('09:30'));

    expect(languagesOf(their, 1)).toBe('o');
    expect(languagesOf(their, 0)).toBe('e');
  });
});

describe('a bid that is answered in another language', () => {
  it('stays undecided: it counts nowhere, and nobody is nudged about it', () => {
    const their = couple();

    their.hear(say('ana', '14:00', NEWS), say('ben', '14:05', REJOICES_IN_GERMAN), say('ben', '14:10', PASSES_BY));
    their.sleepUntil(at('27 12:00'));

    expect(their.turns()).toEqual(['nowhere']);
    expect(their.nudges()).toEqual([]);
    expect(their.moments()).toEqual([]);
    expect(their.session.state.partners[0].waiting).toBeUndefined();
  });

  it('is not passed by in a few words either', () => {
    const spoken = couple();
    const spanish = couple();

    spoken.hear(say('ana', '14:00', NEWS), say('ben', '14:05', PASSES_BY));
    spanish.hear(say('ana', '14:00', NEWS), say('ben', '14:05', 'te quiero mucho'));
    for (const one of [spoken, spanish]) one.sleepUntil(at('27 12:00'));

    expect(spoken.turns()).toEqual(['away']);
    expect(spoken.nudges()).toHaveLength(2); // said, and taken back when the window closed
    expect(spanish.turns()).toEqual(['nowhere']);
    expect(spanish.nudges()).toEqual([]);
  });

  it('is decided by what follows in English, and how long that took is left out', () => {
    const their = couple();

    their.hear(say('ana', '14:00', NEWS), say('ben', '14:05', REJOICES_IN_GERMAN), say('ben', '15:00', REJOICES));
    their.sleepUntil(at('27 12:00'));

    expect(their.turns()).toEqual(['toward']);
    expect(their.moments()[0]).not.toHaveProperty('availableSeconds');
  });

  it('keeps its time where the answer came first', () => {
    const their = couple();

    their.hear(say('ana', '14:00', NEWS), react('ben', '14:05', 'ana-14:00', '🎉'));
    their.hear(say('ben', '14:05:30', REJOICES_IN_GERMAN));
    their.sleepUntil(at('27 12:00'));

    expect(their.moments()[0]).toMatchObject({ availableSeconds: 5 * 60 });
  });

  it('takes the nudge back as soon as such an answer begins', () => {
    const their = couple();

    their.hear(say('ana', '14:00', NEWS), say('ben', '14:05', PASSES_BY));
    their.sleepUntil(at('14:30'));
    their.hear(say('ben', '14:31', REJOICES_IN_GERMAN));

    expect(their.nudges()).toEqual(['25 14:15 passed-over to 2', 'taken back']);
  });

  it('ends what was put off: nobody knows whether they came back to it', () => {
    const their = couple();

    their.hear(say('ana', '14:00', NEWS), say('ben', '14:05', 'in a meeting, want to hear everything tonight'));
    their.sleepUntil(at('14:20'));
    const before = their.session.state.promises.length;
    their.hear(say('ben', '18:00', 'erzähl mir jetzt alles, ich will es genau wissen'));
    their.sleepUntil(at('26 12:00'));

    expect(before).toBe(1);
    expect(their.session.state.promises).toEqual([]);
    expect(their.nudges()).toEqual([]);
  });

  it('is dropped when it is edited into another language', () => {
    const their = couple();

    their.hear(say('ana', '14:00', NEWS, { id: 'news' }));
    their.sleepUntil(at('14:05'));
    their.hear(edit('14:10', 'news', 'ich hab den job bekommen, ich glaub es nicht'));
    their.sleepUntil(at('27 12:00'));

    expect(their.turns()).toEqual(['nowhere']);
  });
});

describe('somebody who mostly writes another language', () => {
  it('is left alone from the eighth utterance on, short ones too', () => {
    const lines = ['ich liebe dich', 'komm bald heim', 'kommst du heute', 'bin schon da'];
    const their = couple({ reader: expectant });

    their.hear(...spoken([...lines, ...lines, 'ja', 'ok']));
    their.sleepUntil(at('26 12:00'));

    expect(readings(their).map(({ bid }) => bid !== undefined)).toEqual([...Array(7).fill(true), false, false, false]);
  });

  it('is read again once they mostly write English', () => {
    const their = couple({ state: germanBen(), reader: expectant });

    their.hear(...spoken(Array<string>(10).fill('we should go home now')));
    their.sleepUntil(at('26 12:00'));

    const read = readings(their).map(({ bid }) => bid !== undefined);
    expect(read).toEqual([...Array(7).fill(false), ...Array(3).fill(true)]);
  });

  it('is still understood where no words are needed', () => {
    const their = couple({ state: germanBen() });

    their.hear(say('ana', '14:00', NEWS), say('ben', '14:05', '🎉🎉🎉'));
    their.sleepUntil(at('27 12:00'));

    expect(their.turns()[0]).toBe('toward');
    expect(their.moments()[0]).toMatchObject({ availableSeconds: 5 * 60 });
  });

  it('lets Nod rest by a risk in clear English, though nothing else is heard', () => {
    const their = couple({ state: germanBen() });

    their.hear(say('ana', '14:00', NEWS), say('ben', '14:05', 'today was awful, i feel so low'));
    their.hear(say('ben', '14:30', DYING));
    their.sleepUntil(at('14:40'));

    expect(readings(their).map(({ bid, risk }) => bid?.kind ?? risk?.kind)).toEqual([
      'good-news',
      undefined,
      'self-harm',
    ]);
    expect(their.session.state.restUntil).toBeGreaterThan(at('26 12:00'));
  });

  it('has a partner who is read as ever', () => {
    const their = couple({ state: germanBen() });

    their.hear(
      say('ben', '14:00', GERMAN_LINES[0] ?? ''),
      say('ana', '14:05', NEWS),
      react('ben', '14:10', 'ana-14:05'),
    );
    their.sleepUntil(at('27 12:00'));

    expect(their.turns()).toEqual(['toward']);
  });
});

describe('whatever language the two say it in', () => {
  const lines = [NEWS, PASSES_BY, REJOICES, 'te quiero mucho', 'ok', '❤️', ...GERMAN_LINES, ...GERMAN_LINES];

  it('parting the stream anywhere gives the same, and so does a wake anywhere', () => {
    fc.assert(
      fc.property(chats({ lines, risk: DYING }), fc.nat({ max: 30 }), (events, where) => {
        const whole = play(events);
        const before = couple();
        before.hear(...events.slice(0, where));
        const after = couple({ state: JSON.parse(JSON.stringify(before.session.state)) });
        after.session.refill(before.recall());
        const next = events[where]?.at;
        if (next !== undefined) after.sleepUntil(Math.max(before.session.state.time, next - MINUTE));
        after.hear(...events.slice(where));
        after.sleepUntil(endOf(events));

        expect([...before.effects, ...after.effects]).toEqual(whole.effects);
        expect(after.session.state).toEqual(whole.session.state);
      }),
      { seed: 20_261_125, numRuns: 40 },
    );
  });
});

const isLong = (line: string) => {
  const { language, words } = tellLanguage(line);
  return language === 'other' && words >= 5;
};

/** Ben says one line every ten minutes. */
function spoken(lines: readonly string[]): readonly Heard[] {
  return lines.map((text, index) => ({
    ...say('ben', '09:00', text, { id: `m${index}` }),
    at: at('09:00') + index * 10 * MINUTE,
  }));
}

function play(events: readonly Heard[]): Couple {
  const their = couple();
  their.hear(...events);
  their.sleepUntil(endOf(events));
  return their;
}

const endOf = (events: readonly Heard[]) => (events.at(-1)?.at ?? 0) + 120 * HOUR;
