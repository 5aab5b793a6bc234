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
      if (fits(cue, heard, 0) && cue.when(heard)) evidence.push({ cue });
    }
    return { heard, evidence };
  };
}

function hearPhrases(cues: readonly Cue[], trie: PhraseTrie, heard: Heard): Evidence[] {
  const found = new Map<number, Evidence>();
  heard.sentences.forEach((sentence, index) => {
    const head = heard.heads[index] ?? sentence.first;
    const tail = heard.tails[index] ?? sentence.end;
    for (let at = sentence.first; at < sentence.end; at += 1) {
      const opens = at <= head;
      trie.match(heard.tokens, { at, opens, tail, end: sentence.end }, (number, end) => {
        const cue = cues[number];
        if (!cue || found.has(number) || isSilenced(cue, heard, at)) return;
        const span = { start: heard.tokens[at]?.start ?? 0, end: heard.tokens[end - 1]?.end ?? 0 };
        found.set(number, { cue, span });
      });
    }
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
