import { FNV_START, fnvStep } from '../learned/fnv.ts';

/** What a character of ASCII begins: most of a chat needs no regex. */
export const BLANK = 1;
export const LETTER = 2;
export const DIGIT = 3;
export const CLOSER = 4;
export const CLAUSE = 5;
const OTHER = 0;
const ASCII = 128;
const SORTS = Uint8Array.from({ length: ASCII }, (_, code) => {
  const char = String.fromCharCode(code);
  if (char === ' ') return BLANK;
  if (/[a-z]/i.test(char)) return LETTER;
  if (/[0-9]/.test(char)) return DIGIT;
  if (/[.!?\n]/.test(char)) return CLOSER;
  return /[,()*/-]/.test(char) ? CLAUSE : OTHER; // a colon, semicolon or equals sign may open an emoticon
});

/** What a character begins. */
export function sortOf(code: number): number {
  return code < ASCII ? (SORTS[code] ?? OTHER) : OTHER;
}

export function isBeyondAscii(code: number): boolean {
  return code >= ASCII;
}

/** By code of a letter or digit: its small form; 0 for everything else. */
const SMALL = Uint8Array.from({ length: ASCII }, (_, code) => {
  const small = String.fromCharCode(code).toLowerCase();
  return /[a-z0-9]/.test(small) ? small.charCodeAt(0) : 0;
});
const LAST_DIGIT = '9'.charCodeAt(0);

/** What one look at a word of plain letters tells. */
export interface Glance {
  start: number;
  end: number;
  /** Of its small letters, apostrophes aside. */
  hash: number;
  /** Letters of either sort; digits are neither. */
  capitals: number;
  smalls: number;
  apostrophes: number;
  /** Whether a letter stands twice in a row. */
  doubled: boolean;
}

/** Looks over a word of plain Latin letters; false where something rarer follows or hangs on it. */
export function glanceAt(text: string, start: number, glance: Glance): boolean {
  let hash = FNV_START;
  let capitals = 0;
  let digits = 0;
  let apostrophes = 0;
  let doubled = false;
  let before = 0;
  let end = start;
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    const small = code < ASCII ? (SMALL[code] ?? 0) : 0;
    if (small !== 0) {
      if (small !== code) capitals += 1;
      else if (small <= LAST_DIGIT) digits += 1;
      if (small === before) doubled = true;
      before = small;
      hash = fnvStep(hash, small);
    } else if (isApostrophe(code)) {
      apostrophes += 1;
      if (end + 1 === text.length || sortOf(text.charCodeAt(end + 1)) !== LETTER) {
        end += 1;
        break;
      }
    } else if (code >= ASCII) return false;
    else break;
  }
  glance.start = start;
  glance.end = end;
  glance.hash = hash;
  glance.capitals = capitals;
  glance.smalls = end - start - capitals - digits - apostrophes;
  glance.apostrophes = apostrophes;
  glance.doubled = doubled;
  return true;
}

const APOSTROPHE = 39;
const CURLY_APOSTROPHE = 0x2019;

export function isApostrophe(code: number): boolean {
  return code === APOSTROPHE || code === CURLY_APOSTROPHE;
}
