import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BID_KINDS, type BidKind } from '../../src/domain/bid.ts';
import { type PairReading, type Reply, stylesFor } from '../../src/domain/bid-response.ts';
import { ATTACHMENTS, type Attachment } from '../../src/domain/reading.ts';
import { createPairer } from '../../src/pair/pairer.ts';

const pairer = createPairer();

function answer(kind: BidKind, bid: string, reply: string, attachments: readonly Attachment[] = []): PairReading {
  return pairer.text({ kind, said: { text: bid, attachments: [] } }, { text: reply, attachments });
}

/** "toward attentive exploring", "away dismissing": a reply in one line, as the tables below write it. */
function inWords(reply: Reply): string {
  return [reply.turn, reply.turn === 'toward' ? reply.energy : '', reply.style ?? '']
    .filter((word) => word !== '')
    .join(' ');
}

const GOOD_NEWS: readonly (readonly [string, string, string])[] = [
  ['got the job!!', 'nice', 'toward low passive-constructive'],
  ['got the job!!', "that's great babe", 'toward low passive-constructive'],
  [
    'got the job!!',
    'OMG!!! i am so proud of you!! when do you start? let us celebrate',
    'toward enthusiastic active-constructive',
  ],
  ['got the job!!', '🎉🎉🎉', 'toward enthusiastic active-constructive'],
  ['got the job!!', 'who cares', 'against active-destructive'],
  ['got the job!!', 'and who asked lol', 'against active-destructive'],
  ['got the job!!', '👍🏽', 'toward low passive-constructive'],
  ['got the job!!', 'in a meeting, want to hear it tonight', 'toward attentive active-constructive'],
  ['the sourdough finally rose', 'which loaf, the sourdough or the rye?', 'toward attentive active-constructive'],
  ['got the job!!', "congrats but isn't the pay low", 'against active-destructive'],
  ['got the job!!', 'what about the commute though', 'against active-destructive'],
  ['passed my exam', 'well you barely studied so you got lucky', 'against active-destructive'],
  ['got the job!!', 'i also had a great day, my boss praised me', 'away passive-destructive'],
  ['got the job!!', 'can you pick up milk', 'away passive-destructive'],
  ['passed my exam', 'k', 'away passive-destructive'],
  ['passed my exam', "not now, can't you see i'm busy", 'against passive-destructive'],
];

const VULNERABILITY: readonly (readonly [string, string, string])[] = [
  ['my grandma is in hospital', 'k', 'away dismissing'],
  ['today was awful', "not now, can't you see i'm busy", 'against dismissing'],
  ['today was awful', 'that sounds exhausting', 'toward low validating'],
  ['today was awful', '❤️', 'toward low comforting'],
  ['today was awful', '😂', 'against dismissing'],
  [
    'i feel so alone here',
    "that makes sense, new city and no friends yet. i'd feel lonely too",
    'toward attentive validating',
  ],
  ['i think i messed up the interview', 'what makes you think that?', 'toward attentive exploring'],
  ["idk.. nvm it's fine", "doesn't sound fine. what's up?", 'toward attentive exploring'],
  ['today was awful', 'you should just quit and find another job', 'toward attentive advising'],
  ['i think i messed up the interview', "it's not the end of the world", 'toward attentive minimizing'],
  ['i think i messed up the interview', "you're being dramatic", 'against minimizing'],
  ['i think i messed up the interview', 'well did you even prepare?', 'against dismissing'],
  [
    'i feel so alone here',
    "i hate that you feel like that. i'm booking a train for friday",
    'toward enthusiastic comforting',
  ],
  ['i am scared about the results', 'did you pay the plumber', 'away dismissing'],
];

const REPAIR: readonly (readonly [string, string, string])[] = [
  ["sorry i snapped, that wasn't about you", "ok we're good", 'toward low accepting'],
  ["sorry i snapped, that wasn't about you", 'whatever', 'away deflecting'],
  ["sorry i snapped, that wasn't about you", 'too late for sorry', 'against rejecting'],
  ['can we start over', 'you always say that', 'against rejecting'],
  ['can we start over', '❤️', 'toward low accepting'],
  ['can we start over', 'did you take the bins out', 'away deflecting'],
];

const UNSTYLED: readonly (readonly [BidKind, string, string, string])[] = [
  ['request', 'movie tonight?', "can't tonight, next time!", 'toward low'],
  ['request', 'can you call the landlord', 'on it', 'toward low'],
  ['request', 'can you call the landlord', 'do it yourself', 'against'],
  ['affection', 'miss your face', 'miss yours more', 'toward attentive'],
  ['affection', 'miss your face', 'stop being so clingy', 'against'],
  ['affection', 'miss your face', 'did you feed the cat', 'away'],
  ['interest', 'how did the dentist go', 'fine, no cavities!', 'toward low'],
  ['interest', 'how did the dentist go', 'why do you care', 'against'],
  ['attention', 'look at this dog', 'k', 'away'],
  ['attention', 'so weird, the neighbours painted their door pink', 'pink?? why', 'toward attentive'],
  ['play', "bet you can't guess what the cat did", '😂', 'toward low'],
  ['play', "bet you can't guess what the cat did", 'i have no time for your games', 'against'],
];

describe('a reply beside good news', () => {
  it.each(GOOD_NEWS)('"%s" – "%s" is %s', (bid, reply, expected) => {
    expect(inWords(answer('good-news', bid, reply).reply)).toBe(expected);
  });
});

describe('a reply beside vulnerability', () => {
  it.each(VULNERABILITY)('"%s" – "%s" is %s', (bid, reply, expected) => {
    expect(inWords(answer('vulnerability', bid, reply).reply)).toBe(expected);
  });

  it('lets the longest part decide, so that warm-wrapped advice is advice', () => {
    const wrapped =
      'oh babe. you should email them tomorrow morning, explain what happened and ask for a second chance, and next time prepare answers';

    expect(answer('vulnerability', 'i think i messed up the interview', wrapped).reply.style).toBe('advising');
  });
});

describe('a reply beside repair', () => {
  it.each(REPAIR)('"%s" – "%s" is %s', (bid, reply, expected) => {
    expect(inWords(answer('repair', bid, reply).reply)).toBe(expected);
  });
});

describe('a reply beside the kinds without styles', () => {
  it.each(UNSTYLED)('%s "%s" – "%s" is %s', (kind, bid, reply, expected) => {
    expect(inWords(answer(kind, bid, reply).reply)).toBe(expected);
  });
});

describe('something attached', () => {
  it.each<[BidKind, Attachment, string]>([
    ['good-news', 'gif', 'toward low passive-constructive'],
    ['good-news', 'voice', 'toward attentive active-constructive'],
    ['good-news', 'image', 'toward low passive-constructive'],
    ['vulnerability', 'sticker', 'toward low comforting'],
    ['request', 'image', 'toward attentive'],
    ['attention', 'image', 'toward attentive'],
    ['play', 'image', 'toward low'],
  ])('answers %s with a lone %s: %s', (kind, attachment, expected) => {
    expect(inWords(answer(kind, 'x', '', [attachment]).reply)).toBe(expected);
  });

  it('takes the bid up although the words pass it by', () => {
    const { reply } = answer('good-news', 'got the job!!', 'can you pick up milk', ['voice']);

    expect(reply.turn).toBe('toward');
  });

  it.each(["congrats but isn't the pay low", 'who cares'])('does not undo words that turn the bid down: %s', (text) => {
    const { reply } = answer('good-news', 'got the job!!', text, ['gif']);

    expect(reply.turn).toBe('against');
  });
});

describe('about', () => {
  it.each([
    ['shares a word with the bid', 'the interview went badly', 'who interviewed you', true],
    ['asks a question only the bid can fill', 'the interview went badly', 'since when?', true],
    ['asks the other about it', 'the interview went badly', 'are you ok?', true],
    ['is a general warm token', 'the interview went badly', 'love you', false],
    ['is praise that fits any news', 'got the job!!', 'so happy for you', false],
    ['asks after the housekeeping', 'the interview went badly', 'did you pay the plumber?', false],
  ])('a reply that %s', (_, bid, reply, expected) => {
    expect(answer('vulnerability', bid, reply).about).toBe(expected);
  });
});

describe('a promise in a reply', () => {
  it('is kept beside a toward reading', () => {
    const reading = answer('good-news', 'got the job!!', 'in a meeting, want to hear it tonight');

    expect(reading.reply.turn).toBe('toward');
    expect(reading.promise).toEqual({ in: 'part', part: 'evening' });
  });

  it('is none where the reply turns the bid down', () => {
    expect(answer('vulnerability', 'today was awful', "not now, can't you see i'm busy").promise).toBeUndefined();
  });
});

describe('joining a call', () => {
  it.each(BID_KINDS)('is attentive for %s', (kind) => {
    expect(pairer.voice(kind)).toMatchObject({ turn: 'toward', energy: 'attentive' });
  });
});

describe('any reply at all', () => {
  it('gets a turn, a confidence within bounds and only styles its kind has', () => {
    const said = fc.record({
      text: fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })),
      attachments: fc.subarray([...ATTACHMENTS]),
    });

    fc.assert(
      fc.property(fc.constantFrom(...BID_KINDS), said, said, (kind, bid, reply) => {
        const { reply: read } = pairer.text({ kind, said: bid }, reply);

        expect(read.confidence).toBeGreaterThan(0);
        expect(read.confidence).toBeLessThanOrEqual(1);
        if (stylesFor(kind).length === 0) expect(read.style).toBeUndefined();
        else expect(stylesFor(kind)).toContain(read.style);
      }),
      { numRuns: 300 },
    );
  });

  it('takes the time its length takes, however hostile', () => {
    const timed = (times: number): number => {
      const text = 'but isnt that you give me 20 '.repeat(times);
      const start = performance.now();
      answer('good-news', text, text);
      return performance.now() - start;
    };
    timed(100); // warms up

    const [short, long] = [timed(100), timed(100_000)];

    expect(long).toBeLessThan(Math.max(short, 1) * 1000);
  });
});
