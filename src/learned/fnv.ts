/**
 * FNV-1a, 32 bits (Fowler, Noll, Vo; public domain), over UTF-16 code units. It goes on where it stopped, so
 * a pair of words is hashed from its first word's hash without joining the two.
 */
export const FNV_START = 0x811c9dc5 | 0;
const FNV_PRIME = 0x01000193;

export function fnvStep(hash: number, code: number): number {
  return Math.imul(hash ^ code, FNV_PRIME);
}

/** The hash of a text, or of what came before followed by the text. */
export function fnv(text: string, before: number = FNV_START): number {
  let hash = before;
  for (let at = 0; at < text.length; at += 1) hash = fnvStep(hash, text.charCodeAt(at));
  return hash;
}
