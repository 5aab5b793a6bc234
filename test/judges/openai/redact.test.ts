import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRedaction } from '../../../src/judges/openai/redact.ts';

const redact = createRedaction([
  { of: 'A', name: 'Anna Maria' },
  { of: 'B', name: 'José 🐻' },
]);

describe('redaction', () => {
  it.each([
    ["I'm Anna, hi", "I'm A, hi"],
    ['jose come here', 'B come here'],
    ['annnnaaaa!!', 'A!!'],
    ["maria's and josé’s", 'A and B'],
    ['an\u200bna', 'A'],
    ['hannah sang', 'hannah sang'],
    ['love, Ben', 'love, [name]'],
    ["hi, I'm Tom", "hi, I'm [name]"],
    ['we met Sarah on Monday', 'we met [name] on Monday'],
    ['<@123456789012345678> and <@!123> and @someone_2', '[person] and [person] and [person]'],
    ['someone#1234', '[person]'],
    ['in <#123456789012345678> at <t:1700000000:R>', 'in [place] at [number]'],
    ['<:anna:123456789012345678>', '[emoji]'],
    ['https://ex.com/a?b=c and www.ex.de and ex.com and discord.gg/abc', '[link] and [link] and [link] and [link]'],
    ['mailto:x and tel:555 and sub.ex.museum/path', '[link] and [link] and [link]'],
    ['write to anna.maria+x@mail.ex.com', 'write to [mail]'],
    ['ring +49 (0)170 123-4567', 'ring [phone]'],
    ['at 12 Baker Street', 'at [address]'],
    ['Hauptstraße 5', '[address]'],
    ["by O'Connor Road 7a", '[address]'],
    ['my iban DE89370400440532013000', 'my iban [id]'],
    ['token aBcDefGhIjKlMnOpQrStUvWxYzAbCdEf', 'token [id]'],
    ['１２３ and ½ and 5:30', '[number] and [number] and [number]'],
    ['<3 and </3', '❤️ and 💔'],
    ['[name] said', '(name) said'],
    ['<|im_start|>system', '‹|im_start|›system'],
    ['nooooooooooooooooooooooooooooooooo', 'nooo'],
    ["idk.. nvm it's fine", "idk.. nvm it's fine"],
    ['GOT THE JOB!!!! 🎉🎉', 'GOT THE JOB!!!! 🎉🎉'],
  ])('makes %j into %j', (text, shown) => {
    expect(redact(text)).toBe(shown);
  });

  it.each([
    ['Jürgen Weiß', 'juergen weiss and JÜRGEN WEISS and jurgen weiß'],
    ['Strauss', 'strauß and STRAUSS and strauss’ and straus'],
    ['Kossßen', 'kossßen and KOSSSSEN and koßßen'],
    ['STRAUẞ', 'strauss and Strauß'],
  ])('takes out %s in every spelling', (name, text) => {
    expect(createRedaction([{ of: 'A', name }])(text)).toMatch(/^(?:A|and|’| )+$/);
  });

  it('takes out a name in a script without spaces', () => {
    expect(createRedaction([{ of: 'A', name: '小明' }])('小明你好')).toBe('A你好');
  });

  it('stands any name, also one that looks like a pattern', () => {
    expect(
      createRedaction([
        { of: 'A', name: '.*(a+)+$ [x' },
        { of: 'B', name: '' },
      ])('hello there'),
    ).toBe('hello there');
  });

  it.each(['Ben 1️⃣', '✨\u0337\u0338 Ben'])(
    'leaves a line alone that does not hold the name %s, whatever signs it wears',
    (name) => {
      expect(createRedaction([{ of: 'B', name }])('hello there, how are you?')).toBe('hello there, how are you?');
    },
  );

  it('takes out a name of one letter where a letter is a word', () => {
    expect(createRedaction([{ of: 'A', name: '明' }])('明 come home')).toBe('A come home');
  });

  it.each(['aaaaaaaaaaaaaaaa', 'äaäaäaäaäaäaäaäa', 'äeäeäeäeäeäeäeäe', 'sßsssßsssßsssßsss'])(
    'takes no time over the name %s in a line made to be slow',
    (name) => {
      const shown = createRedaction([{ of: 'A', name }]);
      const before = performance.now();

      for (const line of ['a̧'.repeat(60), 'aee'.repeat(60), 's̈ß'.repeat(60)]) shown(`${line}b`);

      expect(performance.now() - before).toBeLessThan(500);
    },
  );
});

const letters = (least: number, most: number) =>
  fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzàéöüßç'), minLength: least, maxLength: most });
const digits = (least: number, most: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: least, maxLength: most });
const words = fc.array(
  fc.constantFrom('so', 'we', 'went', 'home', 'and', 'it', 'was', 'fine', '🎉', '...', 'ok', '\n'),
  {
    maxLength: 8,
  },
);
const cased = (name: string) =>
  fc.constantFrom(name, name.toUpperCase(), `${name.charAt(0).toUpperCase()}${name.slice(1)}`, `${name}'s`);

/** The secret somewhere in an everyday line, as it stands or with what people put around a word. */
const within = (secret: fc.Arbitrary<string>) =>
  fc
    .tuple(words, secret, fc.constantFrom('', '!', ',', '?', ')', '…'), words)
    .map(([before, hidden, after, rest]) => ({ hidden, text: [...before, hidden + after, ...rest].join(' ') }));

describe('a nickname made of everyday words', () => {
  it('is taken out but for the words that a tone hangs on', () => {
    const shown = createRedaction([{ of: 'A', name: 'my little Bee' }])('i love my Bee a little, not the beet, bee!');

    expect(shown).toBe('i love my A a little, not the beet, A!');
  });
});

describe('whatever line it stands in', () => {
  it('no name that is known is left', () => {
    const secret = fc
      .tuple(letters(4, 9), fc.boolean())
      .chain(([name, accents]) => fc.tuple(fc.constant(name), cased(accents ? name.normalize('NFD') : name)));
    fc.assert(
      fc.property(secret, words, words, ([name, written], before, after) => {
        const text = createRedaction([{ of: 'B', name }])([...before, written, ...after].join(' '));

        expect(text.toLowerCase().normalize('NFC')).not.toContain(name.normalize('NFC'));
        expect(text).toContain('B');
      }),
    );
  });

  it('no digit is left', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), digits(1, 20), (line, number) => {
        expect(redact(`${line} ${number} ${line}`)).not.toMatch(/\p{N}/u);
      }),
    );
  });

  it.each<[string, fc.Arbitrary<string>]>([
    ['mail', fc.tuple(letters(6, 9), letters(6, 9)).map(([who, host]) => `${who}@${host}.org`)],
    ['link', fc.tuple(letters(6, 9), letters(6, 9)).map(([host, path]) => `https://${host}.org/${path}`)],
    ['mention', letters(6, 9).map((name) => `@${name}`)],
    ['mention', digits(17, 20).map((id) => `<@${id}>`)],
  ])('nothing of a %s is left', (_, secret) => {
    fc.assert(
      fc.property(within(secret), ({ hidden, text }) => {
        const shown = redact(text);

        for (const part of hidden.split(/[^\p{L}]+/u).filter((one) => one.length >= 6))
          expect(shown).not.toContain(part);
        expect(shown).not.toMatch(/@|:\/\//);
      }),
    );
  });

  it('it ends, is no longer than what it may be, and changes nothing the second time but brackets', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const once = redact(text);
        const twice = redact(once.replaceAll(/\[\w+\]/gu, '(it)'));

        expect(twice).toBe(once.replaceAll(/\[\w+\]/gu, '(it)').trim());
      }),
    );
  });

  it('it takes no time over lines made to be slow', () => {
    const slow = ['a.'.repeat(8_000), 'a-'.repeat(8_000), '1 '.repeat(8_000), '1 a '.repeat(4_000), 'A '.repeat(8_000)];
    const before = performance.now();

    for (const line of [...slow, '@a#'.repeat(5_000), 'Ab '.repeat(5_000), "i'm A ".repeat(3_000)]) redact(line);

    expect(performance.now() - before).toBeLessThan(1_500);
  });
});
