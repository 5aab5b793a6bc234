import { NodError } from '../errors.ts';
import { texts } from '../texts/texts.ts';

/** What somebody reads whose change is not durable. */
export function notSaved(cause?: unknown): NodError {
  return new NodError('NOT_SAVED', texts.refusals.notSaved.message, texts.refusals.notSaved.hint, { cause });
}
