import type { ReadingContext, Said } from '../domain/reading.ts';
import { type Cue, type CueKind, type Evidence, type Given, kindOf, type ShapeCue } from './cue.ts';
import { type Condition, type Heard, holds, isNegated, listen } from './heard.ts';
import { buildPhraseTrie, type Hit } from './phrase-trie.ts';

/** An utterance as heard, and every cue that speaks in it. */
export interface Hearing {
  readonly heard: Heard;
  readonly evidence: readonly Evidence[];
}

/** Hears cues in an utterance: one pass over its tokens for all phrases, then the few cues about shape. */
export function createHearing(cues: readonly Cue[]): (said: Said, context: ReadingContext) => Hearing {
  const trie = buildPhraseTrie(cues.map((cue) => ('phrases' in cue ? cue.phrases : [])));
  const listened = cues.map(listenedFor);
  const shapes = listened.filter(({ when }) => when !== undefined);
  const shapesOfWords = shapes.filter(({ given }) => given === undefined); // a few of many
  return (said, context) => {
    const heard = listen(said, context, trie.vocabulary);
    const hearing = { heard, evidence: [] };
    for (const hit of trie.match(heard)) hearPhrase(listened[hit.cue], hit, hearing);
    for (const shape of comesWithWordsOnly(heard) ? shapesOfWords : shapes) hearShape(shape, hearing);
    return hearing;
  };
}

/** A cue with all that is asked of it at its place, though it leave it out: objects of one form are read several times faster. */
interface Listened {
  readonly cue: Cue;
  readonly kind: CueKind;
  readonly evenNegated: boolean;
  readonly needs: readonly Condition[];
  readonly unless: readonly Condition[];
  readonly given: Given | undefined;
  readonly when: ShapeCue['when'] | undefined;
}

function listenedFor(cue: Cue): Listened {
  const { needs = [], unless = [] } = cue;
  const isShape = 'when' in cue;
  return {
    cue,
    kind: kindOf(cue),
    evenNegated: isShape || cue.evenNegated === true,
    needs,
    unless,
    given: isShape ? cue.given : undefined,
    when: isShape ? cue.when : undefined,
  };
}

/** What is being gathered. */
interface Gathering {
  readonly heard: Heard;
  readonly evidence: Evidence[];
}

function hearPhrase(known: Listened | undefined, { from, until }: Hit, { heard, evidence }: Gathering): void {
  if (!known || evidence.some(({ cue }) => cue === known.cue)) return;
  if (!known.evenNegated && isNegated(heard, from)) return;
  if (!fits(known, heard, from)) return;
  const span = { start: heard.tokens[from]?.start ?? 0, end: heard.tokens[until - 1]?.end ?? 0 };
  evidence.push({ cue: known.cue, kind: known.kind, span });
}

function hearShape(shape: Listened, { heard, evidence }: Gathering): void {
  const { cue, kind, given, when } = shape;
  if (isGiven(given, heard) && when?.(heard) && fits(shape, heard, 0)) evidence.push({ cue, kind });
}

/** Then no shape needs to be asked that looks at anything else. */
function comesWithWordsOnly({ said, context }: Heard): boolean {
  const { earlier, tense, usualWords, typed } = context;
  const isAlone = earlier.length === 0 && !tense && usualWords === undefined && typed === undefined;
  return said.attachments.length === 0 && isAlone;
}

function isGiven(given: Given | undefined, { said, context }: Heard): boolean {
  switch (given) {
    case undefined:
      return true;
    case 'attachment':
      return said.attachments.length > 0;
    case 'earlier':
      return context.earlier.length > 0;
    case 'tense':
      return context.tense;
    case 'usual-words':
      return context.usualWords !== undefined;
    case 'typed':
      return context.typed !== undefined;
  }
}

function fits({ needs, unless }: Listened, heard: Heard, at: number): boolean {
  return (
    needs.every((condition) => holds(condition, heard, at)) && !unless.some((condition) => holds(condition, heard, at))
  );
}
