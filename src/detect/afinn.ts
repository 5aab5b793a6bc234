import Sentiment from 'sentiment';

/**
 * AFINN-165 as one weak prior. Its traps, met here: `extras` leak from one instance into all (never used);
 * "no" and everyday courtesies count as sad ("no worries" −4), so they are masked; it knows no chat.
 */
const analyser = new Sentiment();

const COURTESIES = new Set(['no', 'worries', 'worry', 'problem', 'problems', 'stop', 'like', 'ok', 'fucking', 'yeah']);
const STRONG = 4; // AFINN points at which the mood of a message is plain; our choice

/** −1 (gloomy) to 1 (bright): the mood of the words, courtesies aside. */
export function moodOf(words: readonly string[]): number {
  const telling = words.filter((word) => !COURTESIES.has(word));
  if (telling.length === 0) return 0;
  const { score } = analyser.analyze(telling.join(' '));
  return Math.max(-1, Math.min(1, score / STRONG));
}
