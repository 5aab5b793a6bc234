import type { ReadingContext, Said } from '../domain/reading.ts';
import type { Cue, Evidence, ShapeCue } from './cue.ts';
import { type Heard, holds, listen, scopesOf } from './heard.ts';
import { buildPhraseTrie, type Hit, type PhraseTrie } from './phrase-trie.ts';

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
    const heard = listen(said, context, trie.vocabulary);
    const evidence: Evidence[] = [];
    hearPhrases(cues, { trie, heard, evidence });
    hearShapes(shapes, heard, evidence);
    return { heard, evidence };
  };
}

function hearPhrases(
  cues: readonly Cue[],
  { trie, heard, evidence }: { readonly trie: PhraseTrie; readonly heard: Heard; readonly evidence: Evidence[] },
): void {
  const hits: Hit[] = [];
  for (const sentence of heard.sentences) trie.match(heard.tokens, sentence, hits);
  for (const { cue: number, from, until } of hits) {
    const cue = cues[number];
    if (!cue || evidence.some((one) => one.cue === cue) || isSilenced(cue, heard, from)) continue;
    const span = { start: heard.tokens[from]?.start ?? 0, end: heard.tokens[until - 1]?.end ?? 0 };
    evidence.push({ cue, span });
  }
}

function hearShapes(shapes: readonly ShapeCue[], heard: Heard, evidence: Evidence[]): void {
  for (const cue of shapes) {
    if (cue.when(heard) && fits(cue, heard, 0)) evidence.push({ cue });
  }
}

function isSilenced(cue: Cue, heard: Heard, at: number): boolean {
  const negated = scopesOf(heard).negated[at] ?? false;
  if (negated && !('evenNegated' in cue && cue.evenNegated)) return true;
  return !fits(cue, heard, at);
}

function fits(cue: Cue, heard: Heard, at: number): boolean {
  if (cue.needs && !cue.needs.every((condition) => holds(condition, heard, at))) return false;
  return !cue.unless?.some((condition) => holds(condition, heard, at));
}
