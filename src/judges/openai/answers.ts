import { z } from 'zod';
import type { BidKind } from '../../domain/bid.ts';
import type { ReplyChoice } from '../../domain/bid-response.ts';
import { type PairOpinion, type ReadOpinion, VETOES, type Veto } from '../../domain/opinion.ts';
import { NoAnswer } from './failures.ts';
import { energiesFor, labelOf } from './prompts/instructions.ts';

/** What a question can be answered with: the schema the server is given, and what we make of an answer. */
export interface Answers<Opinion> {
  readonly schema: z.ZodType;
  /** Throws NoAnswer for anything outside the schema. */
  opinionIn(answer: unknown): Opinion;
}

/** Where play is among the kinds, a joke is one of them and no reason against it. */
export function vetoesFor(kinds: readonly BidKind[]): readonly Veto[] {
  return kinds.includes('play') ? VETOES.filter((veto) => veto !== 'joke') : VETOES;
}

/** Bounds stand apart from the schema, which not every server can hold to. */
const SHARE = z.number().min(0).max(1);

export function readAnswers(kinds: readonly BidKind[]): Answers<ReadOpinion> {
  const schema = z.strictObject({
    veto: z.enum(['none', ...vetoesFor(kinds)]),
    kind: z.enum(['none', ...kinds]),
    intensity: z.number(),
    confidence: z.number(),
  });
  return {
    schema,
    opinionIn(answer) {
      const { veto, kind, ...said } = within(schema, answer);
      const [intensity, confidence] = [within(SHARE, said.intensity), within(SHARE, said.confidence)];
      if (veto !== 'none') return { veto, confidence };
      if (kind === 'none') return { kind, confidence };
      return { kind, intensity, confidence };
    },
  };
}

export function pairAnswers(choices: readonly ReplyChoice[]): Answers<PairOpinion> {
  const byLabel = new Map(choices.map((choice) => [labelOf(choice), choice]));
  const schema = z.strictObject({
    reply: z.enum(['none', ...byLabel.keys()]),
    energy: z.enum(energiesFor(choices)),
    confidence: z.number(),
  });
  return {
    schema,
    opinionIn(answer) {
      const { reply, energy, ...said } = within(schema, answer);
      const confidence = within(SHARE, said.confidence);
      if (reply === 'none') return { turn: reply, confidence };
      const choice = byLabel.get(reply);
      if (choice === undefined) throw new NoAnswer('off-schema');
      const { turn, ...style } = choice;
      if (turn !== 'toward') return { turn, ...style, confidence };
      if (energy === 'none') throw new NoAnswer('off-schema');
      return { turn, energy, ...style, confidence };
    },
  };
}

/** What zod says of an answer may quote it, so nothing of that is kept. */
function within<Shape>(schema: z.ZodType<Shape>, answer: unknown): Shape {
  const read = schema.safeParse(answer);
  if (!read.success) throw new NoAnswer('off-schema');
  return read.data;
}

/** Thoughts some local models put before their answer. */
const THOUGHTS = /^\s*<think>[\s\S]*?<\/think>/u;

/** The one JSON object in what a model wrote: bare, fenced, or in prose. Two of them are none: one may be a line's. */
export function jsonIn(content: string): unknown {
  const written = content.replace(THOUGHTS, '').trim();
  const found = parsed(written) ?? onlyOne(objectsIn(written));
  if (found === undefined) throw new NoAnswer('off-schema');
  return found;
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

const onlyOne = (found: readonly unknown[]): unknown => (found.length === 1 ? found[0] : undefined);

/** Answers are flat, so an object ends at the first brace that closes it well. */
function objectsIn(text: string): readonly unknown[] {
  return [...text.matchAll(/\{[^{}]*\}/gu)].map(([object]) => parsed(object)).filter((object) => object !== undefined);
}
