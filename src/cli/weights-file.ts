import { type BrotliOptions, brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { type Models, misfit, packModels, unpackModels } from '../learned/pack.ts';

/**
 * Models as they lie in assets/weights.bin: packed, and compressed by Brotli (RFC 7932), since most of a large table is zeros.
 * Compressing takes half a minute; the file is a tenth smaller than deflated.
 */
export function weightsFileOf(models: Models): Uint8Array {
  return brotliCompressSync(packModels(models)); // at the best quality, if nothing else is said
}

/** Reads what `weightsFileOf` wrote; any other file is refused. */
export function modelsIn(file: Uint8Array): Models {
  const { buffer, engine } = decompress(file);
  if (engine.bytesWritten !== file.length) throw misfit(); // something lies behind it
  return unpackModels(buffer);
}

/** Larger than any model of Nod's: a file that promises more is none. */
const MOST_BYTES = 2 ** 25;

function decompress(file: Uint8Array): Decompressed {
  try {
    return brotliDecompressSync(file, {
      maxOutputLength: MOST_BYTES,
      info: true,
    } as BrotliOptions) as unknown as Decompressed;
  } catch (cause) {
    throw misfit(cause);
  }
}

/** What it gives if it is asked for `info`; the types know of neither. */
interface Decompressed {
  readonly buffer: Uint8Array;
  readonly engine: { readonly bytesWritten: number };
}
