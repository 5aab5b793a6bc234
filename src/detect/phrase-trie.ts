import { canonical, isClassed, type Token } from './tokens.ts';

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
  /** Reports every phrase that begins at token `at`; `tail` is where the sentence's closing fillers begin. */
  match(tokens: readonly Token[], place: Place, report: (cue: number, end: number) => void): void;
}

export interface Place {
  readonly at: number;
  readonly opens: boolean;
  readonly tail: number;
  readonly end: number;
}

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
    isKnown: (word) => words.has(word) || isClassed(word),
    match(tokens, place, report) {
      walk(anywhere, { tokens, place, report }, place.at);
      if (place.opens) walk(opening, { tokens, place, report }, place.at);
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
  readonly place: Place;
  readonly report: (cue: number, end: number) => void;
}

function walk(node: Node, on: Walk, at: number): void {
  for (const end of node.ends) {
    if (!end.closes || at >= on.place.tail) on.report(end.cue, at);
  }
  const token = at < on.place.end ? on.tokens[at] : undefined;
  if (token) {
    const next = node.edges.get(token.word);
    if (next) walk(next, on, at + 1);
    for (const name of token.classes) {
      const through = node.edges.get(`<${name}>`);
      if (through) walk(through, on, at + 1);
    }
  }
  if (node.soft) walkSoft(node.soft, on, at);
  if (node.gap) {
    for (let skip = 0; skip <= GAP_AT_MOST && at + skip <= on.place.end; skip += 1) walk(node.gap, on, at + skip);
  }
}

function walkSoft(node: Node, on: Walk, at: number): void {
  walk(node, on, at);
  for (let skip = 1; skip <= SOFT_AT_MOST; skip += 1) {
    const passed = on.tokens[at + skip - 1];
    if (at + skip > on.place.end || !passed?.classes.includes('soft')) return;
    walk(node, on, at + skip);
  }
}
