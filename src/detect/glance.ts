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

/** Whether NFKC would leave the text as it is. */
export function isLeftByNormalising(text: string): boolean {
  return !BEYOND_ASCII.test(text) || text.normalize('NFKC') === text;
}

const BEYOND_ASCII = /[^\t-~]/; // control characters too: they are as rare, and NFKC leaves them alone

/** By code of a letter or digit: its small form; 0 for everything else. */
const SMALL = Uint8Array.from({ length: ASCII }, (_, code) => {
  const small = String.fromCharCode(code).toLowerCase();
  return /[a-z0-9]/.test(small) ? small.charCodeAt(0) : 0;
});

/** What one look at a word of plain letters tells. */
export interface Glance {
  start: number;
  end: number;
  /** Of its small letters, apostrophes aside. */
  hash: number;
  capitals: number;
  apostrophes: number;
}

/** Looks over a word of plain Latin letters; false where something rarer follows or hangs on it. */
export function glanceAt(text: string, start: number, glance: Glance): boolean {
  let hash = FNV_START;
  let raised = 0; // how far all capitals lie from their small letters: a sum takes less time than a question each
  let apostrophes = 0;
  let end = start;
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    const small = code < ASCII ? (SMALL[code] ?? 0) : 0;
    if (small !== 0) {
      raised += small - code;
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
  glance.capitals = raised / SMALL_BIT;
  glance.apostrophes = apostrophes;
  return true;
}

/** Whether a word is written in capitals; most have none and are not looked at again. */
export function isShouted(text: string, { start, end, capitals }: Glance): boolean {
  if (capitals === 0 || end - start === 1) return false;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= FIRST_SMALL && code < ASCII) return false;
  }
  return true;
}

const FIRST_SMALL = 'a'.charCodeAt(0);

/** Whether a word may open a link. */
export function mayBeLink(text: string, at: number): boolean {
  return beginsLike(text, at, 'http') || beginsLike(text, at, 'www.');
}

/** Whether small letters stand here, whatever their case. */
function beginsLike(text: string, at: number, small: string): boolean {
  for (let next = 0; next < small.length; next += 1) {
    if ((text.charCodeAt(at + next) | SMALL_BIT) !== small.charCodeAt(next)) return false;
  }
  return true;
}

const SMALL_BIT = 32; // what parts "A" from "a"; a full stop has it anyway

const APOSTROPHE = 39;
const CURLY_APOSTROPHE = 0x2019;

export function isApostrophe(code: number): boolean {
  return code === APOSTROPHE || code === CURLY_APOSTROPHE;
}
