import { NodError } from '../errors.ts';

/** What somebody reads whose change is not durable. */
export function notSaved(cause?: unknown): NodError {
  return new NodError('NOT_SAVED', 'Nod could not save that just now.', 'Please try again in a minute.', { cause });
}
