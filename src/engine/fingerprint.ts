import { createHmac } from 'node:crypto';
import type { PersonId } from '../domain/ids.ts';

/** A fingerprint of people under this installation's secret: enough to compare, not to read. */
export function fingerprint(secret: string, people: readonly PersonId[]): string {
  return createHmac('sha256', secret)
    .update([...people].sort().join('+'))
    .digest('base64url');
}
