import { deflateSync, inflateSync } from 'node:zlib';
import { type Models, misfit, packModels, unpackModels } from '../learned/pack.ts';

/** Models as they lie in assets/weights.bin: packed, and deflated, since most of a large table is zeros. */
export function weightsFileOf(models: Models): Uint8Array {
  return deflateSync(packModels(models), { level: 9 });
}

/** Reads what `weightsFileOf` wrote; any other file is refused. */
export function modelsIn(file: Uint8Array): Models {
  const { buffer, engine } = inflate(file);
  if (engine.bytesWritten !== file.length) throw misfit(); // something lies behind it
  return unpackModels(buffer);
}

/** Larger than any model of Nod's: a file that promises more is none. */
const MOST_BYTES = 2 ** 25;

function inflate(file: Uint8Array): Inflated {
  try {
    return inflateSync(file, { maxOutputLength: MOST_BYTES, info: true }) as unknown as Inflated;
  } catch (cause) {
    throw misfit(cause);
  }
}

/** What `inflateSync` gives if it is asked for `info`; its types do not say so. */
interface Inflated {
  readonly buffer: Uint8Array;
  readonly engine: { readonly bytesWritten: number };
}
