import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHearing } from '../../src/detect/hearing.ts';
import { LISTED_WORDS } from '../../src/detect/lexicon.ts';

const PROBE = { id: 'play/probe', because: 'probes', hears: [], ignores: [], weight: 0.5 } as const;

function hears(phrases: readonly string[], text: string): boolean {
  const cue = { ...PROBE, phrases };
  return createHearing([cue])({ text, attachments: [] }, { tense: false, earlier: [] }).evidence.length > 0;
}

describe('the language of phrases', () => {
  it('reads alternatives of one or more words', () => {
    expect(hears(['big|very_small fish'], 'a very small fish')).toBe(true);
    expect(hears(['big|very_small fish'], 'a small fish')).toBe(false);
  });

  it('lets a word be missing', () => {
    expect(hears(['my? fish'], 'fish')).toBe(true);
  });

  it('passes over boosters and short gaps', () => {
    expect(hears(['is ~ red'], 'it is really so red')).toBe(true);
    expect(hears(['caught .. fish'], 'caught a big old fish')).toBe(true);
    expect(hears(['caught .. fish'], 'caught one big old smelly fish')).toBe(false);
  });

  it('holds to the opening and the close of a sentence, fillers aside', () => {
    expect(hears(['^ fish $'], 'omg fish babe')).toBe(true);
    expect(hears(['^ fish $'], 'the fish swims')).toBe(false);
  });

  it('takes no other word of the lexicon for one that a phrase names', () => {
    const [first, second, third, ...others] = [...LISTED_WORDS.keys()].filter((word) => /^[a-z]+$/.test(word));
    const hear = createHearing([{ ...PROBE, phrases: [`${first} ${second} ${third}`] }]);

    const wronglyHeard = others.filter((word) => {
      const said = { text: `${first} ${second} ${word} ${third}`, attachments: [] };
      return hear(said, { tense: false, earlier: [] }).evidence.length > 0;
    });

    expect(wronglyHeard).toEqual([]);
  });

  it('stays inside one sentence', () => {
    expect(hears(['big fish'], 'big. fish')).toBe(false);
  });

  it('lets choices add up: a hundred million ways to say a phrase are read at once', () => {
    const choices = 'one|two|three|four|five|six|seven|eight|nine|ten';
    const phrase = Array.from({ length: 8 }, () => choices).join(' ');

    expect(hears([phrase], 'ten one two three four five six seven')).toBe(true);
    expect(hears([phrase], 'ten one two three four five six')).toBe(false);
  });

  it('is silenced by a negation that governs it', () => {
    expect(hears(['like fish'], "i don't really like fish")).toBe(false);
    expect(hears(['like fish'], "i don't care but i like fish")).toBe(true);
  });
});

describe('many phrases at once', () => {
  const WORDS = ['fish', 'stone', 'bread', 'cloud'];
  const SOFTENERS = ['very', 'quite']; // such as neither open nor close a sentence
  const choice = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 2 }).map((words) => words.join('_'));
  const choices = fc.array(choice, { minLength: 1, maxLength: 3 }).map((some) => some.join('|'));
  const optional = choices.map((some) => `${some}?`);
  const element = fc.oneof({ weight: 4, arbitrary: choices }, optional, fc.constantFrom('~', '..'));
  const phrase = fc
    .tuple(fc.constantFrom('', '^ '), choices, fc.array(element, { maxLength: 4 }), fc.constantFrom('', ' $'))
    .map(([opens, first, others, closes]) => `${opens}${[first, ...others].join(' ')}${closes}`);
  const text = fc.array(fc.constantFrom(...WORDS, ...SOFTENERS, 'zyzzyva'), { minLength: 1, maxLength: 9 });

  /** Reads a phrase as its language is described, one element after another. */
  function follows(elements: readonly string[], words: readonly string[]): boolean {
    const [first, ...others] = elements;
    if (first === undefined) return true;
    if (first === '$') return words.length === 0;
    if (first === '..') return [0, 1, 2, 3].some((skip) => skip <= words.length && follows(others, words.slice(skip)));
    if (first === '~') {
      const softeners = words.findIndex((word) => !SOFTENERS.includes(word));
      const most = Math.min(2, softeners === -1 ? words.length : softeners);
      return [0, 1, 2].some((skip) => skip <= most && follows(others, words.slice(skip)));
    }
    if (first.endsWith('?') && follows(others, words)) return true;
    return first
      .replace('?', '')
      .split('|')
      .map((one) => one.split('_'))
      .some((parts) => parts.every((part, at) => part === words[at]) && follows(others, words.slice(parts.length)));
  }

  it('are heard where each by itself would be', () => {
    fc.assert(
      fc.property(fc.array(phrase, { minLength: 1, maxLength: 12 }), text, (phrases, words) => {
        const cues = phrases.map((one, at) => ({ ...PROBE, id: `play/probe-${at}`, phrases: [one] }) as const);

        const heard = createHearing(cues)({ text: words.join(' '), attachments: [] }, { tense: false, earlier: [] });

        const expected = phrases.flatMap((one, at) => {
          const elements = one.split(' ');
          const starts = elements[0] === '^' ? [0] : [...words.keys()];
          const rest = elements.filter((element) => element !== '^');
          return starts.some((start) => follows(rest, words.slice(start))) ? [`play/probe-${at}`] : [];
        });
        expect(heard.evidence.map(({ cue }) => cue.id).sort()).toEqual(expected.sort());
      }),
      { numRuns: 400 },
    );
  });
});
