import { readFileSync } from 'node:fs';
import { UTTERANCE_SHAPE } from '../detect/model/shape.ts';
import { createReader } from '../detect/reader.ts';
import type { Pairer } from '../domain/bid-response.ts';
import type { Reader } from '../domain/reading.ts';
import { NodError } from '../errors.ts';
import { type Models, misfit } from '../learned/pack.ts';
import { hasShape } from '../learned/shape.ts';
import { REPLY_SHAPE } from '../pair/model/shape.ts';
import { createPairer } from '../pair/pairer.ts';
import { modelsIn } from './weights-file.ts';

/** The reader and the pairer as Nod ships them: the rules, and the trained models beside them. */
export function loadReaders(): { readonly reader: Reader; readonly pairer: Pairer } {
  const { utterances, replies } = loadModels();
  return { reader: createReader({ model: utterances }), pairer: createPairer({ model: replies }) };
}

export function loadModels(): Models {
  return madeForThis(modelsIn(readAsset('weights.bin')));
}

/** The same models, unless one was made for other questions: it would answer as well, but wrongly. */
export function madeForThis(models: Models): Models {
  if (!hasShape(models.utterances, UTTERANCE_SHAPE) || !hasShape(models.replies, REPLY_SHAPE)) throw misfit();
  return models;
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
