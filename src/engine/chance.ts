import { createHmac } from 'node:crypto';

/**
 * Chance that repeats: the same key gives the same number in [0, 1) for the same secret, so that reading
 * history again after a crash draws the same rests and hints.
 */
export function createChance(secret: string): (key: string) => number {
  return (key) => createHmac('sha256', secret).update(key).digest().readUInt32BE(0) / 2 ** 32;
}
