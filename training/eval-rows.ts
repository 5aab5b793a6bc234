import type { ReadingContext, Said } from '../src/domain/reading.ts';
import { withBurstVectors } from '../src/engine/vectors.ts';
import type { Encoder } from '../src/ports/encoder.ts';
import { blockNames, type Example, examplesOf, type Labels, type Line, saidOf } from './corpus.ts';

/** An utterance as the reader gets it live: with the vectors of its words and of what was said before. */
export interface Row extends Example {
  readonly said: Said;
}

/** The utterances of a block in their scenes, those without anything to read left out; none where it has but pairs. */
export async function rowsOf(block: string, encoder: Encoder): Promise<readonly Row[]> {
  if (!blockNames().includes(block)) return [];
  const examples = examplesOf(block).filter(({ line }) => line.text !== '' || line.attachments);
  const said = await withBurstVectors(
    examples.map(({ line }) => saidOf(line)),
    encoder,
  );
  const byText = new Map(said.map((one) => [one.text, one.vector]));
  return examples.map((example, at) => ({
    ...example,
    said: said[at] ?? saidOf(example.line),
    context: withVectorsFrom(byText, example.context),
  }));
}

function withVectorsFrom(byText: ReadonlyMap<string, Said['vector']>, context: ReadingContext): ReadingContext {
  const earlier = context.earlier.map((one) => {
    const vector = byText.get(one.text);
    return vector ? { ...one, vector } : one;
  });
  return { ...context, earlier };
}

/** Words that stand alone, nothing said before them. */
export async function aloneRows(texts: readonly string[], encoder: Encoder): Promise<readonly AloneRow[]> {
  const said = await withBurstVectors(
    texts.map((text) => ({ text, attachments: [] })),
    encoder,
  );
  return said.map((one) => ({ said: one, context: { tense: false, earlier: [] } }));
}

export type AloneRow = Pick<Row, 'said' | 'context'>;

export type TwiceLabelled = Labels & Pick<Line, 'second'>;

/** What the second person saw, who labelled alone. */
export function secondOf(line: TwiceLabelled): Labels {
  return line.second === undefined || line.second === 'same' ? line : line.second;
}
