import type { Config } from '../config.ts';
import { createWorkerEncoder } from '../encoders/in-worker.ts';
import { type Encoder, NO_ENCODER } from '../ports/encoder.ts';

/** The sentence encoder, unless the host has switched it off: the same choice for every command that reads. */
export function loadEncoder(
  { encoder }: Pick<Config, 'encoder'>,
  create: () => Encoder = () => createWorkerEncoder(),
): Encoder {
  return encoder === 'on' ? create() : NO_ENCODER;
}
