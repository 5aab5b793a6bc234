import { FNV_START, fnvStep } from '../learned/fnv.ts';
import { isApostrophe } from './vocabulary.ts';

/** What a character of ASCII begins: most of a chat needs no regex. */
export const BLANK = 1;
export const LETTER = 2;
export const CLOSER = 4;
export const CLAUSE = 5;
const [OTHER, DIGIT] = [0, 3];
const SORTS = Uint8Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code);
  if (char === ' ') return BLANK;
  if (/[a-z]/i.test(char)) return LETTER;
  if (/[0-9]/.test(char)) return DIGIT;
  if (/[.!?\n]/.test(char)) return CLOSER;
  return /[,()*/-]/.test(char) ? CLAUSE : OTHER; // a colon, semicolon or equals sign may open an emoticon
});

/** What a character begins. */
export function sortOf(code: number): number {
  return code < SORTS.length ? (SORTS[code] ?? OTHER) : OTHER;
}

/** What one look at a word of plain letters tells. */
export interface Glance {
  start: number;
  end: number;
  /** Of its small letters, apostrophes aside. */
  hash: number;
  capitals: number;
  smalls: number;
  apostrophes: number;
  /** Whether a letter stands twice in a row. */
  doubled: boolean;
}

const SMALL_BIT = 32; // what parts "A" from "a"; digits have it anyway

/** Looks over a word of plain Latin letters; false where something rarer follows or hangs on it. */
export function glanceAt(text: string, start: number, glance: Glance): boolean {
  let hash = FNV_START;
  let capitals = 0;
  let smalls = 0;
  let apostrophes = 0;
  let doubled = false;
  let before = 0;
  let end = start;
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    const sort = sortOf(code);
    if (sort === LETTER || sort === DIGIT) {
      const small = code | SMALL_BIT;
      if (sort === LETTER) {
        if (code === small) smalls += 1;
        else capitals += 1;
      }
      if (small === before) doubled = true;
      before = small;
      hash = fnvStep(hash, small);
    } else if (isApostrophe(code)) {
      apostrophes += 1;
      if (end + 1 === text.length || sortOf(text.charCodeAt(end + 1)) !== LETTER) {
        end += 1;
        break;
      }
    } else if (code >= SORTS.length) return false;
    else break;
  }
  glance.start = start;
  glance.end = end;
  glance.hash = hash;
  glance.capitals = capitals;
  glance.smalls = smalls;
  glance.apostrophes = apostrophes;
  glance.doubled = doubled;
  return true;
}
