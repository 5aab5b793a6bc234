/** FNV-1a, 32 bits (Fowler, Noll, Vo; public domain), over UTF-16 code units. */
export const FNV_START = 0x811c9dc5 | 0;
const FNV_PRIME = 0x01000193;

export function fnvStep(hash: number, code: number): number {
  return Math.imul(hash ^ code, FNV_PRIME);
}

export function fnv(text: string): number {
  let hash = FNV_START;
  for (let at = 0; at < text.length; at += 1) hash = fnvStep(hash, text.charCodeAt(at));
  return hash;
}

/** The hash of two texts in this order, from their own hashes: neither is read again, whatever its length. */
export function fnvOfPair(first: number, second: number): number {
  const hash = Math.imul(first, FNV_PRIME) ^ second;
  return hash ^ (hash >>> 15); // so that words alike in the lowest bits do not make pairs that are
}
