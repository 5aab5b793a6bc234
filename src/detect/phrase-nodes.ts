import { CLASS_EDGES, type Lexeme } from './lexicon.ts';
import type { End, Phrases, Step } from './phrases.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Where no node is. */
export const NONE = -1;

/** A step of the phrases, with numbers for words. */
export interface Node {
  readonly ends: readonly End[];
  /** The nodes behind edges, and behind a softener and a gap, or NONE. */
  readonly next: ReadonlyMap<number, number>;
  readonly soft: number;
  readonly gap: number;
  /** Whether something ends or a gap begins here or behind softeners that are missing, whatever the next token. */
  readonly stays: boolean;
}

/** All steps, and which of them phrases begin with: those that may stand anywhere, and those that open a sentence. */
export interface Nodes {
  readonly nodes: readonly Node[];
  readonly anywhere: number;
  readonly opening: number;
}

/** Numbers the steps of phrases whose words the vocabulary knows. */
export function numberSteps(phrases: Phrases, { edges }: Vocabulary): Nodes {
  const nodes: Node[] = [];
  const numbers = new Map<Step, number>();
  const edgeOf = (key: string) => (key.startsWith('<') ? CLASS_EDGES.get(key.slice(1, -1)) : edges.get(key));
  const numberOf = (step: Step): number => {
    const known = numbers.get(step);
    if (known !== undefined) return known;
    const next = new Map<number, number>();
    for (const [key, behind] of step.edges) {
      const edge = edgeOf(key);
      if (edge !== undefined) next.set(edge, numberOf(behind));
    }
    const soft = step.soft ? numberOf(step.soft) : NONE;
    const gap = step.gap ? numberOf(step.gap) : NONE;
    const stays = step.ends.length > 0 || gap !== NONE || (nodes[soft]?.stays ?? false);
    nodes.push({ ends: step.ends, next, soft, gap, stays });
    numbers.set(step, nodes.length - 1);
    return nodes.length - 1;
  };
  return { nodes, anywhere: numberOf(phrases.anywhere), opening: numberOf(phrases.opening) };
}

/** A node, and those behind softeners that may be missing, as far as nothing but an edge leads on from them. */
function withSofteners(node: Node, nodes: readonly Node[]): readonly Node[] {
  const behind = nodes[node.soft];
  return behind === undefined || !isPlain(behind) ? [node] : [node, ...withSofteners(behind, nodes)];
}

const isPlain = ({ ends, gap }: Node) => ends.length === 0 && gap === NONE;

/** The first node behind missing softeners that more than edges lead on from, or NONE. */
export function firstNotPlain({ soft }: Node, nodes: readonly Node[]): number {
  const behind = nodes[soft];
  return behind === undefined || !isPlain(behind) ? soft : firstNotPlain(behind, nodes);
}

/** What a lexeme leads to from a node. */
export interface Onward {
  readonly node: number;
  readonly lexeme: Lexeme;
  readonly behind: readonly number[];
}

/** Everything any lexeme leads to: from the node itself, and behind softeners that are missing. */
export function onwardsOf(nodes: readonly Node[], { all }: Vocabulary): readonly Onward[] {
  const byEdge = new Map<number, Lexeme[]>();
  for (const lexeme of all) {
    for (const edge of lexeme.edges) byEdge.set(edge, [...(byEdge.get(edge) ?? []), lexeme]);
  }
  return nodes.flatMap((node, number) => {
    const froms = withSofteners(node, nodes);
    const lexemes = new Set(froms.flatMap(({ next }) => [...next.keys()].flatMap((edge) => byEdge.get(edge) ?? [])));
    return [...lexemes].flatMap((lexeme) => {
      const behind = froms.flatMap(({ next }) => lexeme.edges.flatMap((edge) => next.get(edge) ?? []));
      return behind.length > 0 ? [{ node: number, lexeme, behind }] : [];
    });
  });
}
