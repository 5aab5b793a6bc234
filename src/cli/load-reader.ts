import { readFileSync } from 'node:fs';
import { readWeights } from '../detect/model/weights.ts';
import { createReader } from '../detect/reader.ts';
import type { Reader } from '../domain/reading.ts';
import { NodError } from '../errors.ts';

/** The reader as Nod ships it: the rules, and the trained weights beside them. */
export function loadReader(): Reader {
  return createReader({ weights: readWeights(readAsset('weights.bin')) });
}

function readAsset(name: string): Uint8Array {
  const url = new URL(`../../assets/${name}`, import.meta.url); // the build copies assets beside its own src
  try {
    return readFileSync(url);
  } catch (cause) {
    throw new NodError('FILE_UNREADABLE', `assets/${name} cannot be read.`, 'Run `npm ci` in the folder of Nod.', {
      cause,
    });
  }
}
