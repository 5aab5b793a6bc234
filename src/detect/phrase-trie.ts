import { canonical, isListed } from './lexicon.ts';
import type { Token } from './tokens.ts';

/**
 * Phrases are words parted by spaces, matched on tokens inside one sentence:
 *   `word`     that word, in any chat spelling          `a|b_c`  either "a" or "b c"
 *   `<kin>`    a word of that class of lexicons/         `word?`  may be missing (also after `|` and `<…>`)
 *   `~`        up to two softeners or boosters           `..`     up to three words of any sort
 *   `^`        first: opens the sentence, fillers aside  `$`      last: closes it, endearments and emoji aside
 * All phrases share one trie, so a further phrase costs nearly nothing.
 */
interface Node {
  readonly edges: Map<string, Node>;
  soft?: Node;
  gap?: Node;
  readonly ends: { readonly cue: number; readonly closes: boolean }[];
}

const SOFT_AT_MOST = 2;
const GAP_AT_MOST = 3;

const createNode = (): Node => ({ edges: new Map(), ends: [] });

export interface PhraseTrie {
  /** Whether any phrase or class contains the word. */
  isKnown(word: string): boolean;
  /** Reports every phrase of a sentence by its cue and the tokens it spans. */
  match(tokens: readonly Token[], bounds: Bounds, report: Report): void;
}

/** A sentence, with its opening fillers before `head` and its closing ones from `tail` on. */
export interface Bounds {
  readonly first: number;
  readonly head: number;
  readonly tail: number;
  readonly end: number;
}

type Report = (cue: number, start: number, end: number) => void;

/** Puts the phrases of all cues into one trie; `phrases[i]` belong to cue `i`. */
export function buildPhraseTrie(phrases: readonly (readonly string[])[]): PhraseTrie {
  const anywhere = createNode();
  const opening = createNode();
  const words = new Set<string>();
  phrases.forEach((list, cue) => {
    for (const phrase of list) {
      const elements = phrase.split(' ').filter((element) => element !== '');
      const root = elements[0] === '^' ? opening : anywhere;
      insert(root, root === opening ? elements.slice(1) : elements, { cue, words });
    }
  });
  return {
    isKnown: (word) => words.has(word) || isListed(word),
    match(tokens, bounds, report) {
      const on: Walk = { tokens, bounds, report, start: 0 };
      for (let at = bounds.first; at < bounds.end; at += 1) {
        on.start = at;
        walk(anywhere, on, at);
        if (at <= bounds.head) walk(opening, on, at);
      }
    },
  };
}

interface Leaf {
  readonly cue: number;
  readonly words: Set<string>;
}

function insert(node: Node, elements: readonly string[], leaf: Leaf): void {
  const [element, ...rest] = elements;
  if (element === undefined) {
    node.ends.push({ cue: leaf.cue, closes: false });
    return;
  }
  if (element === '~') {
    node.soft ??= createNode();
    insert(node.soft, rest, leaf);
    return;
  }
  if (element === '..') {
    node.gap ??= createNode();
    insert(node.gap, rest, leaf);
    return;
  }
  const optional = element.endsWith('?') && element.length > 1;
  if (optional) insert(node, rest, leaf);
  for (const choice of (optional ? element.slice(0, -1) : element).split('|')) {
    if (choice === '$') node.ends.push({ cue: leaf.cue, closes: true });
    else insert(follow(node, choice, leaf.words), rest, leaf);
  }
}

/** The node behind a choice, which may be several words joined by underscores. */
function follow(from: Node, choice: string, words: Set<string>): Node {
  let node = from;
  for (const word of choice.startsWith('<') ? [choice] : choice.split('_')) {
    const key = word.startsWith('<') ? word : canonical(word);
    words.add(key);
    const next = node.edges.get(key) ?? createNode();
    node.edges.set(key, next);
    node = next;
  }
  return node;
}

interface Walk {
  readonly tokens: readonly Token[];
  readonly bounds: Bounds;
  readonly report: Report;
  start: number;
}

function walk(node: Node, on: Walk, at: number): void {
  for (const end of node.ends) {
    if (!end.closes || at >= on.bounds.tail) on.report(end.cue, on.start, at);
  }
  const token = at < on.bounds.end ? on.tokens[at] : undefined;
  if (token && node.edges.size > 0) {
    const next = node.edges.get(token.lexeme.word);
    if (next) walk(next, on, at + 1);
    for (const edge of token.lexeme.edges) {
      const through = node.edges.get(edge);
      if (through) walk(through, on, at + 1);
    }
  }
  if (node.soft) walkSoft(node.soft, on, at);
  if (node.gap) {
    for (let skip = 0; skip <= GAP_AT_MOST && at + skip <= on.bounds.end; skip += 1) walk(node.gap, on, at + skip);
  }
}

function walkSoft(node: Node, on: Walk, at: number): void {
  walk(node, on, at);
  for (let skip = 1; skip <= SOFT_AT_MOST; skip += 1) {
    if (at + skip > on.bounds.end || !on.tokens[at + skip - 1]?.lexeme.isSoft) return;
    walk(node, on, at + skip);
  }
}
