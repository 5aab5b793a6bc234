import { describe, expect, it } from 'vitest';
import { loadReaders } from '../../src/cli/load-reader.ts';
import { NUDGE_CONFIDENCE } from '../../src/cli/scorecard.ts';
import { createReader } from '../../src/detect/reader.ts';
import type { Attachment, EarlierSaid, ReadingContext } from '../../src/domain/reading.ts';

const read = createReader();

function readingOf(text: string, around: Partial<ReadingContext> = {}, attachments: readonly Attachment[] = []) {
  return read({ text, attachments }, { tense: false, earlier: [], ...around });
}

const said = (own: boolean, secondsAgo: number, text: string): EarlierSaid => ({
  own,
  secondsAgo,
  text,
  attachments: [],
});

describe('bids', () => {
  it.each([
    ['got the job!!!!', 'good-news'],
    ['the sourdough finally rose', 'good-news'],
    ['she said my draft was the best one', 'good-news'],
    ['all clear!', 'good-news'],
    ['congrats!! omg i also have news', 'good-news'],
    ['today was awful', 'vulnerability'],
    ['i think i messed up the interview', 'vulnerability'],
    ["idk.. nvm it's fine", 'vulnerability'],
    ["i was sad you didn't call", 'vulnerability'],
    ['today was awful lol', 'vulnerability'],
    ['miss your face', 'affection'],
    ['thank you for doing the dishes ❤️', 'affection'],
    ['good morning ☀️', 'affection'],
    ['goodnight love', 'affection'],
    ['can you call the landlord', 'request'],
    ['movie tonight?', 'request'],
    ['how did the dentist go', 'interest'],
    ['did you sleep ok', 'interest'],
    ['look at this dog', 'attention'],
    ['https://example.org/otters', 'attention'],
    ['so weird, the neighbours painted their door pink', 'attention'],
    ["bet you can't guess what the cat did 😏", 'play'],
    ["i'm dying 😂", 'play'],
    ['kill me this meeting lol', 'play'],
    ['you idiot 😂', 'play'],
    ["sorry i snapped, that wasn't about you", 'repair'],
    ['can we start over', 'repair'],
    ['i need 20 min then i want to hear you out', 'repair'],
  ])('hears %j as %s', (text, kind) => {
    const { bid } = readingOf(text);

    expect(bid?.kind).toBe(kind);
  });

  it.each([
    'ok',
    'lol',
    'on it',
    'k',
    'ok thx',
    'no worries',
    '👍',
    'on the bus',
    'home in 10',
    'what time is the train',
    'sorry, running 5 late',
    'sorry to hear that',
    'hope you get the job',
    'did you get the job?',
    "i don't love you anymore",
    "you didn't call",
    'can you believe it',
    '',
  ])('hears no bid in %j', (text) => {
    const { bid } = readingOf(text);

    expect(bid).toBeUndefined();
  });

  it('hears a burst that ends in joy as one certain piece of good news', () => {
    const { bid } = readingOf('guess what\nI GOT IT\n🎉');

    expect(bid?.kind).toBe('good-news');
    expect(bid?.confidence).toBeGreaterThanOrEqual(0.8);
    expect(bid?.intensity).toBeGreaterThanOrEqual(0.7);
  });

  it('is sure of a plainly bad day', () => {
    expect(readingOf('today was awful').bid?.confidence).toBeGreaterThanOrEqual(0.8);
  });

  it('hears more in a job after two years than in finished laundry', () => {
    const much = readingOf('got the job!!!! after 2 years').bid?.intensity ?? 0;
    const little = readingOf('finished my laundry :)').bid?.intensity ?? 1;

    expect(much).toBeGreaterThan(little);
  });

  it('names its cues, the strongest first, and never the words', () => {
    const { bid } = readingOf('guess what\nI GOT IT\n🎉');

    expect(bid?.because).toEqual(['good-news/got-it', 'good-news/announces', 'good-news/celebrates']);
  });

  it('reads chat spelling, capitals and stretched words alike', () => {
    const plain = readingOf('i love you so much');
    const chatty = readingOf('I LUVVV UUU sooooo much');

    expect(chatty.bid?.kind).toBe(plain.bid?.kind);
  });

  it('lets a vulnerable word outrank good news beside it', () => {
    expect(readingOf("got the job!! but i'm terrified and feel like a fraud").bid?.kind).toBe('vulnerability');
  });
});

describe('attachments without words', () => {
  it.each([
    ['image', 'attention'],
    ['video', 'attention'],
    ['voice', 'attention'],
    ['link', 'attention'],
    ['gif', 'play'],
    ['sticker', 'play'],
  ] as const)('hears a lone %s as %s', (attachment, kind) => {
    expect(readingOf('', {}, [attachment]).bid?.kind).toBe(kind);
  });

  it('hears nothing in a lone file', () => {
    expect(readingOf('', {}, ['file']).bid).toBeUndefined();
  });
});

describe('guardedness', () => {
  it.each(['fine', 'just tired', "it's nothing", 'idk'])('is not heard from the one hint in %j', (text) => {
    const hints = readingOf(text).bid?.because.filter((id) => id === 'vulnerability/takes-back') ?? [];

    expect(hints).toEqual([]);
  });

  it('is heard from one hint beside a drop below the usual', () => {
    expect(readingOf("it's nothing", { usualWords: 14 }).bid?.kind).toBe('vulnerability');
  });

  it('is heard from one hint when the partner has just asked', () => {
    expect(readingOf("i'm fine", { earlier: [said(false, 60, 'are you ok?')] }).bid?.kind).toBe('vulnerability');
  });

  it('is not heard from shortness alone', () => {
    expect(readingOf('ok', { usualWords: 18 }).bid).toBeUndefined();
  });
});

describe('repair', () => {
  it('outranks other kinds while the exchange is tense', () => {
    const text = "i love you. i shouldn't have said that";

    expect(readingOf(text, { tense: true }).bid?.kind).toBe('repair');
    expect(readingOf(text).bid?.kind).toBe('affection');
  });
});

describe('harshness', () => {
  it.each([
    ['you always ruin everything', 'criticism'],
    ['you never listen to me', 'criticism'],
    ["you're pathetic", 'contempt'],
    ['you started it', 'defensiveness'],
    ["i'm sorry you feel that way", 'defensiveness'],
    ['whatever.', 'stonewalling'],
    ["i'm done talking", 'stonewalling'],
  ])('hears %j as %s', (text, kind) => {
    const { harshness, bid } = readingOf(text);

    expect(harshness?.kind).toBe(kind);
    expect(bid).toBeUndefined();
  });

  it.each(['you idiot 😂', "haha you're such a dork", "i was sad you didn't call", 'you always make me laugh'])(
    'hears none in %j',
    (text) => {
      expect(readingOf(text).harshness).toBeUndefined();
    },
  );
});

describe('risk', () => {
  it.each([
    ["i don't want to be alive anymore", 'self-harm'],
    ["i've been thinking about killing myself", 'self-harm'],
    ["you'd all be better off without me", 'self-harm'],
    ["he'll hit me", 'violence'],
    ['you hit me', 'violence'],
    ["i'm scared of you", 'violence'],
    ["i'll make you regret it", 'violence'],
    ['i will kill you', 'violence'],
    ['answer me NOW', 'coercion'],
    ["send me your location or we're done", 'coercion'],
  ])('hears %j as %s', (text, kind) => {
    expect(readingOf(text).risk?.kind).toBe(kind);
  });

  it.each([
    "i'm dying 😂",
    'kill me this meeting lol',
    'kill me',
    "i'll kill you 😂",
    'where are you',
    'call me now!! i have news 🎉',
    'hit me up later',
    '"i want to die" is such a good song',
    '🎶 i want to die tonight',
    '> i want to die\nread this quote',
    'send me the location of the restaurant',
    'are you thinking about killing yourself?',
  ])('hears none in %j', (text) => {
    expect(readingOf(text).risk).toBeUndefined();
  });

  it('hears a second unanswered demand within the hour as coercion', () => {
    const earlier = [said(true, 1200, 'where are you')];

    expect(readingOf('where are you', { earlier }).risk?.kind).toBe('coercion');
  });

  it('hears no coercion once the first demand was answered or is long past', () => {
    const answered = [said(true, 1200, 'where are you'), said(false, 900, 'at the shop')];
    const longAgo = [said(true, 4000, 'where are you')];

    expect(readingOf('where are you', { earlier: answered }).risk).toBeUndefined();
    expect(readingOf('where are you', { earlier: longAgo }).risk).toBeUndefined();
  });
});

describe('tender moments', () => {
  it.each(['my grandma died', 'we lost the baby', "it's cancer", 'i want a divorce', 'i want you inside me'])(
    'keeps out of %j',
    (text) => {
      expect(readingOf(text).tender).toBe(true);
    },
  );

  it.each(['my phone died', 'all clear!', 'what are you wearing to the wedding', 'i love you'])(
    'sees nothing tender in %j',
    (text) => {
      expect(readingOf(text).tender).toBe(false);
    },
  );
});

describe('hostile input', () => {
  it.each(['so ', 'a', '"', '“', '`', '```', '🎉', 'i feel so ', 'not ', "a'", '<@', '?'])(
    'comes to an end on 40,000 characters of %j',
    (unit) => {
      const text = unit.repeat(40_000 / unit.length);

      expect(readingOf(text)).toHaveProperty('tender');
    },
  );

  it('keeps every share between 0 and 1', () => {
    const { bid } = readingOf('I LOVE YOU SO MUCH!!!! ❤️❤️❤️ miss you, thank you for everything, proud of you!!!!');

    expect(bid?.intensity).toBeLessThanOrEqual(1);
    expect(bid?.confidence).toBeLessThan(1);
  });
});

describe('what is nobody’s own words', () => {
  it.each(['https', 'Https', 'HTTPS', 'hTTp'])('is a link that begins with %s', (scheme) => {
    expect(readingOf(`${scheme}://example.org/i-want-to-die`).risk).toBeUndefined();
    expect(readingOf(`Www.example.org/i-want-to-die`).risk).toBeUndefined();
  });

  it.each(['> i miss you\n> so much', '```i miss you```\n```so much```', '"i miss you" "so much"'])(
    'is never put before the model: %j',
    (text) => {
      const { reader } = loadReaders();

      expect(reader({ text, attachments: [] }, { tense: false, earlier: [] })).toEqual({ tender: false });
    },
  );
});

describe('a rolled eye', () => {
  const { reader } = loadReaders();
  const surenessOf = (text: string) => reader({ text, attachments: [] }, { tense: false, earlier: [] }).bid?.confidence;

  it.each(['I got the job!!!', 'i love you so much'])('leaves warm words too doubtful for a whisper: %s', (text) => {
    expect(surenessOf(text)).toBeGreaterThanOrEqual(NUDGE_CONFIDENCE);
    for (const eye of ['🙄', '😒', '🖕']) expect(surenessOf(`${text} ${eye}`) ?? 0).toBeLessThan(NUDGE_CONFIDENCE);
  });

  it('takes nothing from what is hard', () => {
    expect(surenessOf('today was awful, i feel so ashamed 🙄')).toBeGreaterThan(0.7);
  });
});

describe('a vector that is none', () => {
  it.each([
    ['of another length', new Float32Array(4_000).fill(0.04)],
    ['with holes in it', new Float32Array(512).fill(Number.NaN)],
  ])('%s changes nothing', (_, vector) => {
    const { reader } = loadReaders();
    const said = { text: 'I got the job!!!', attachments: [] };

    const reading = reader({ ...said, vector }, { tense: false, earlier: [] });

    expect(reading).toEqual(reader(said, { tense: false, earlier: [] }));
    expect(reading.bid?.kind).toBe('good-news');
  });
});
