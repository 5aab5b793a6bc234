import type { Terms } from '../domain/consent.ts';
import type { Judge } from '../ports/judge.ts';

/** What the consent card says of this installation; when it gets worse, everybody is asked again. */
export interface Told extends Pick<Terms, 'host' | 'encrypted'> {
  readonly judge?: Pick<Judge, 'where' | 'host'> | undefined;
}
