import type { Reader } from '../domain/reading.ts';
import { CUES } from './cues.ts';
import { createHearing } from './hearing.ts';
import { weigh } from './weighing.ts';

/**
 * Makes the reader: a pure function from what was said to what it reaches for. It hears cues by fixed
 * rules and weighs them; each reading names the cues that spoke for it.
 */
export function createReader(): Reader {
  const hear = createHearing(CUES);
  return (said, context) => weigh(hear(said, context));
}
