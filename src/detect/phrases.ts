import { canonical } from './lexicon.ts';

/**
 * Phrases are words parted by spaces, matched on tokens inside one sentence:
 *   `word`     that word, in any chat spelling          `a|b_c`  either "a" or "b c"
 *   `<kin>`    a word of that class of lexicons/         `word?`  may be missing (also after `|` and `<…>`)
 *   `~`        up to two softeners or boosters           `..`     up to three words of any sort
 *   `^`        first: opens the sentence, fillers aside  `$`      last: closes it, endearments and emoji aside
 *
 * A step is what may follow at one place of one or many phrases. Steps are shared and never change: the choices of
 * an element all lead to the one rest of their phrase, so that choices add up instead of multiplying.
 */
export interface Step {
  readonly number: number;
  readonly ends: readonly End[];
  /** By word, or by class as phrases name it: `<kin>`. */
  readonly edges: ReadonlyMap<string, Step>;
  /** Behind a `~` and a `..`. */
  readonly soft: Step | undefined;
  readonly gap: Step | undefined;
}

/** Here a phrase of the cue ends; one that closes its sentence does so only at the sentence's close. */
export interface End {
  readonly cue: number;
  readonly closes: boolean;
}

/** All phrases, united by how they begin, and every word in them. */
export interface Phrases {
  readonly anywhere: Step;
  readonly opening: Step;
  readonly words: ReadonlySet<string>;
}

/** Reads the phrases of all cues; `phrases[i]` belong to cue `i`. */
export function readPhrases(phrases: readonly (readonly string[])[]): Phrases {
  const builder = createBuilder();
  const anywhere: Step[] = [];
  const opening: Step[] = [];
  phrases.forEach((list, cue) => {
    for (const phrase of list) {
      const elements = phrase.split(' ').filter((element) => element !== '');
      if (elements[0] === '^') opening.push(builder.phrase(elements.slice(1), cue));
      else anywhere.push(builder.phrase(elements, cue));
    }
  });
  return { anywhere: builder.unite(anywhere), opening: builder.unite(opening), words: builder.words };
}

const NO_EDGES: ReadonlyMap<string, Step> = new Map();

function createBuilder() {
  const words = new Set<string>();
  const united = new Map<string, Step>();
  let count = 0;
  const step = (parts: Partial<Step>): Step => {
    count += 1;
    return { number: count, ends: [], edges: NO_EDGES, soft: undefined, gap: undefined, ...parts };
  };
  /** What may follow where any of the steps may. */
  const unite = (steps: readonly Step[]): Step => {
    const [only, another] = steps;
    if (only && !another) return only;
    const key = steps.map(({ number }) => number).join();
    const known = united.get(key);
    if (known) return known;
    const one = step({
      ends: steps.flatMap(({ ends }) => ends),
      edges: uniteEdges(steps, unite),
      soft: uniteSome(
        steps.flatMap(({ soft }) => soft ?? []),
        unite,
      ),
      gap: uniteSome(
        steps.flatMap(({ gap }) => gap ?? []),
        unite,
      ),
    });
    united.set(key, one);
    return one;
  };
  /** The words of a choice, joined by underscores, and then the rest. */
  const choose = (choice: string, rest: Step): Step => {
    const parts = choice.startsWith('<') ? [choice] : choice.split('_').map(canonical);
    if (!choice.startsWith('<')) for (const word of parts) words.add(word);
    return parts.reduceRight((then, word) => step({ edges: new Map([[word, then]]) }), rest);
  };
  const element = (text: string, rest: Step, cue: number): Step => {
    if (text === '~') return step({ soft: rest });
    if (text === '..') return step({ gap: rest });
    const optional = text.endsWith('?') && text.length > 1;
    const choices = (optional ? text.slice(0, -1) : text).split('|');
    const steps = choices.map((choice) =>
      choice === '$' ? step({ ends: [{ cue, closes: true }] }) : choose(choice, rest),
    );
    return unite(optional ? [rest, ...steps] : steps);
  };
  const phrase = (elements: readonly string[], cue: number): Step =>
    elements.reduceRight((rest, text) => element(text, rest, cue), step({ ends: [{ cue, closes: false }] }));
  return { words, unite, phrase };
}

type Unite = (steps: readonly Step[]) => Step;

function uniteEdges(steps: readonly Step[], unite: Unite): ReadonlyMap<string, Step> {
  const behind = new Map<string, Step[]>();
  for (const { edges } of steps) {
    for (const [key, step] of edges) {
      const others = behind.get(key);
      if (others) others.push(step);
      else behind.set(key, [step]);
    }
  }
  return new Map([...behind].map(([key, those]) => [key, unite(those)]));
}

function uniteSome(steps: readonly Step[], unite: Unite): Step | undefined {
  return steps.length > 0 ? unite(steps) : undefined;
}
