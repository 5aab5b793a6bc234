import type { ReadingContext, Said } from '../domain/reading.ts';
import type { Cue, Evidence } from './cue.ts';
import { type Heard, holds, listen } from './heard.ts';
import { buildPhraseTrie, type PhraseTrie } from './phrase-trie.ts';

/** An utterance as heard, and every cue that speaks in it. */
export interface Hearing {
  readonly heard: Heard;
  readonly evidence: readonly Evidence[];
}

/** Hears cues in an utterance: one pass over its tokens for all phrases, then the few cues about shape. */
export function createHearing(cues: readonly Cue[]): (said: Said, context: ReadingContext) => Hearing {
  const trie = buildPhraseTrie(cues.map((cue) => ('phrases' in cue ? cue.phrases : [])));
  const shapes = cues.filter((cue) => 'when' in cue);
  return (said, context) => {
    const heard = listen(said, context, trie.isKnown);
    const evidence = hearPhrases(cues, trie, heard);
    for (const cue of shapes) {
      if (cue.when(heard) && fits(cue, heard, 0)) evidence.push({ cue });
    }
    return { heard, evidence };
  };
}

function hearPhrases(cues: readonly Cue[], trie: PhraseTrie, heard: Heard): Evidence[] {
  const found = new Map<number, Evidence>();
  heard.sentences.forEach(({ first, end }, index) => {
    const bounds = { first, end, head: heard.heads[index] ?? first, tail: heard.tails[index] ?? end };
    trie.match(heard.tokens, bounds, (number, from, until) => {
      const cue = cues[number];
      if (!cue || found.has(number) || isSilenced(cue, heard, from)) return;
      const span = { start: heard.tokens[from]?.start ?? 0, end: heard.tokens[until - 1]?.end ?? 0 };
      found.set(number, { cue, span });
    });
  });
  return [...found.values()];
}

function isSilenced(cue: Cue, heard: Heard, at: number): boolean {
  const negated = (heard.negator[at] ?? -1) >= 0;
  if (negated && !('evenNegated' in cue && cue.evenNegated)) return true;
  return !fits(cue, heard, at);
}

function fits(cue: Cue, heard: Heard, at: number): boolean {
  if (cue.needs && !cue.needs.every((condition) => holds(condition, heard, at))) return false;
  return !cue.unless?.some((condition) => holds(condition, heard, at));
}
