import { describe, expect, it } from 'vitest';
import type { Reader } from '../../src/domain/reading.ts';
import { SUPPORT_CONFIDENCE } from '../../src/domain/settings.ts';
import { ANA } from '../support/dyad-state.ts';
import { at, type Couple, couple, edit, NEWS, PASSES_BY, READER, REJOICES, react, say, WORRY } from './couple.ts';

/** Ana's hurt was spoken past, and Nod has whispered to Ben about it. */
function whispered(): Couple {
  const their = couple();
  their.hear(say('ana', '14:00', WORRY), say('ben', '14:05', PASSES_BY));
  their.sleepUntil(at('14:30'));
  return their;
}

const LATER = 'in a meeting, want to hear all about it in an hour';
const TALK = [
  'the bus is late',
  'bins go out tonight',
  'post came',
  'the cat is fed',
  'rain again',
  'parked by the school',
];

/** Ben promised to come back to it; since then so much was said that only the promise holds Ana's words. */
function promised(text: string, reader: Reader = READER): Couple {
  const their = couple({ reader });
  their.hear(say('ana', '14:00', text), say('ben', '14:05', LATER));
  for (const [nth, line] of TALK.entries()) their.hear(say(nth % 2 ? 'ben' : 'ana', `14:${20 + 3 * nth}`, line));
  return their;
}

const OTHERS = {
  tender: 'want to feel you inside me tonight',
  'a death': 'my grandma died last night',
  'an apology': "i'm sorry about what i did. please forgive me",
  'other kinds': 'can you please do the dishes tonight?',
};

describe('an edit of words that were whispered about', () => {
  it.each(Object.entries(OTHERS))('takes the whisper back where they are now %s', (_what, text) => {
    const their = whispered();

    their.hear(edit('14:31', 'ana-14:00', text));

    expect(their.nudges().at(-1)).toBe('taken back');
    expect(their.session.state.nudges).toEqual([]);
  });

  it('leaves it where they say the same otherwise', () => {
    const their = whispered();

    their.hear(edit('14:31', 'ana-14:00', 'today was so awful, i feel really low'));

    expect(their.session.state.nudges).toHaveLength(1);
  });
});

describe('an edit of words that only a promise holds', () => {
  it.each(Object.entries({ ...OTHERS, harsh: "you're so pathetic, you never listen" }))(
    'lets the promise go where they are now %s',
    (_what, text) => {
      const their = promised(WORRY);
      const before = their.session.state.promises.length;

      their.hear(edit('14:50', 'ana-14:00', text));
      their.sleepUntil(at('20:00'));

      expect(before).toBe(1);
      expect(their.session.state.promises).toEqual([]);
      expect(their.nudges()).toEqual([]);
    },
  );

  it('is read for danger, and Nod rests', () => {
    const their = promised(WORRY);

    their.hear(edit('14:50', 'ana-14:00', 'i will kill you if you talk to him'));

    expect(their.session.state.promises).toEqual([]);
    expect(their.session.state.unobserved.length).toBeGreaterThan(0);
  });

  it('offers help to the one whose words they are', () => {
    const risk = { kind: 'self-harm', confidence: SUPPORT_CONFIDENCE, because: [] } as const;
    const their = promised(WORRY, (said, more) =>
      said.text === 'heavy' ? { risk, tender: false } : READER(said, more),
    );

    their.hear(edit('14:50', 'ana-14:00', 'heavy'));

    expect(their.effects.flatMap((effect) => (effect.do === 'support' ? [effect.to] : []))).toEqual([ANA]);
  });

  it('leaves the promise where they say the same otherwise', () => {
    const their = promised(NEWS);

    their.hear(edit('14:50', 'ana-14:00', `${NEWS} !!`));

    expect(their.session.state.promises).toHaveLength(1);
  });
});

describe('an edit of words that a heart has just answered', () => {
  it('leaves nothing to come back to where they are tender now', () => {
    const kept = (text: string) => {
      const their = couple();
      their.hear(say('ana', '14:00', NEWS), react('ben', '14:03', 'ana-14:00'), edit('14:03:20', 'ana-14:00', text));
      their.sleepUntil(at('14:30'));
      return their.session.state.answered.length;
    };

    expect(kept(`${NEWS} !!`)).toBe(1);
    expect(kept(OTHERS['a death'])).toBe(0);
  });
});

describe('tender words', () => {
  it('take back what is out about something else', () => {
    const their = whispered();

    their.hear(say('ana', '14:31', OTHERS['a death']));
    their.sleepUntil(at('14:40'));

    expect(their.nudges().at(-1)).toBe('taken back');
  });
});

describe('an edit that turns what was said past a bid into its answer', () => {
  it('answers when it was edited, not when it was first said', () => {
    const their = couple();
    their.hear(say('ana', '14:00', NEWS), say('ben', '14:05', PASSES_BY));

    their.hear(edit('14:25', 'ben-14:05', REJOICES));
    their.sleepUntil(at('20:00'));

    expect(their.moments()).toMatchObject([{ kind: 'good-news', availableSeconds: 25 * 60 }]);
  });
});
