import { CLASS_EDGES, type Glances, glanceOf } from './lexicon.ts';
import type { End, Phrases, Step } from './phrases.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Where no node is. */
export const NONE = -1;

/** A step of the phrases with numbers instead of words: the next nodes by edge, and what a walk wants to know at a glance. */
export interface Node extends Glances {
  readonly ends: readonly End[];
  readonly next: ReadonlyMap<number, number>;
  /** The nodes behind a softener and behind a gap, or NONE. */
  readonly soft: number;
  readonly gap: number;
  /** Whether something ends or a gap begins here, whatever the next token. */
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
    const glances = united([glanceOf([...next.keys()]), ...nodes.slice(soft, soft + 1)]); // a softener may be missing
    const stays = step.ends.length > 0 || gap !== NONE || (nodes[soft]?.stays ?? false);
    nodes.push({ ends: step.ends, next, soft, gap, ...glances, stays });
    numbers.set(step, nodes.length - 1);
    return nodes.length - 1;
  };
  return { nodes, anywhere: numberOf(phrases.anywhere), opening: numberOf(phrases.opening) };
}

/** Everything that any of the glances sees. */
export function united(glances: readonly Glances[]): Glances {
  return {
    bits: glances.reduce((all, { bits }) => all | bits, 0),
    otherBits: glances.reduce((all, { otherBits }) => all | otherBits, 0),
  };
}

/** 2³² over the golden ratio, made odd: neighbouring keys land far apart (Knuth, "Sorting and searching", 6.4). */
const GOLDEN = 0x9e3779b1;
const SLOTS_AN_EDGE = 2; // half empty, so that an edge that is not there is soon seen to be missing

/** Finds the node behind an edge, or NONE: all edges lie in one table, open-addressed by node and edge. */
export function createEdges(nodes: readonly Node[]): (node: number, edge: number) => number {
  const count = nodes.reduce((sum, { next }) => sum + next.size, 0);
  const width = nodes.reduce((most, { next }) => Math.max(most, ...next.keys()), 0) + 1;
  const bits = Math.ceil(Math.log2(count * SLOTS_AN_EDGE + 2));
  const last = 2 ** bits - 1;
  const slots = new Int32Array(2 ** bits * 2).fill(NONE); // two numbers a slot, the key and the node behind
  nodes.forEach(({ next }, node) => {
    for (const [edge, target] of next) {
      const key = node * width + edge;
      let slot = Math.imul(key, GOLDEN) >>> (32 - bits);
      while (slots[slot * 2] !== NONE) slot = (slot + 1) & last;
      slots.set([key, target], slot * 2);
    }
  });
  return (node, edge) => {
    const key = node * width + edge;
    for (let slot = Math.imul(key, GOLDEN) >>> (32 - bits); ; slot = (slot + 1) & last) {
      const found = slots[slot * 2];
      if (found === key) return slots[slot * 2 + 1] as number;
      if (found === NONE) return NONE;
    }
  };
}
