import { texts } from '../../src/texts/texts.ts';

/** So many characters of a field are taken; three of them and Nod's own words fit one message of 2,000. */
export const LONGEST_PART = 450;

/** The three openings of the form, by field name. */
export const PARTS = ['happened', 'feel', 'wish'] as const;

/** What was typed, put together for copying; undefined when nothing was. */
export interface PlainWords {
  readonly text: string;
  readonly isCut: boolean;
}

/** Joins what was typed into a few lines, in a block that nothing typed can end. */
export function putTogether(fields: Readonly<Record<string, string>>): PlainWords | undefined {
  const [happened, feel, wish] = PARTS.map((name) => tidy(fields[name] ?? ''));
  const parts = [happened, feel, wish].map((part = '') => cut(part));
  if (parts.every((part) => part.text === '')) return undefined;
  const [first = '', second = '', third = ''] = parts.map((part) => part.text);
  return {
    text: ['```', texts.ask.frame({ happened: first, feel: second, wish: third }), '```'].join('\n'),
    isCut: parts.some((part) => part.isCut),
  };
}

/** One line of what can be seen; a backtick, which could end the block, is the apostrophe it mostly stands for. */
function tidy(typed: string): string {
  const seen = typed
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/\p{Cs}/gu, '')
    .replaceAll('`', "'")
    .trim();
  return /[^\p{Cf}\p{Zs}\p{M}\u2800\u3164]/u.test(seen) ? seen : '';
}

function cut(part: string): PlainWords {
  if (part.length <= LONGEST_PART) return { text: part, isCut: false };
  // Neither half an emoji nor a joiner that waits for the other half is left at the end.
  const kept = part.slice(0, LONGEST_PART - 1).replace(/(?:[\uD800-\uDBFF]|\u200D|\s)+$/, '');
  return { text: `${kept}…`, isCut: true };
}
