import { describe, expect, it } from 'vitest';
import { createHearing } from '../../src/detect/hearing.ts';

function hears(phrases: readonly string[], text: string): boolean {
  const cue = { id: 'play/probe', because: 'probes', hears: [], ignores: [], weight: 0.5, phrases } as const;
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
