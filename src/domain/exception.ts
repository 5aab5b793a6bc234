import type { BidKind } from './bid.ts';

/**
 * What "Not this" leaves alone from then on: moments with the same strongest cue. Where Nod could name none and only
 * the likeness to such lines spoke for it, the moments of that kind for which it can name none either.
 */
export function exceptionFor({
  kind,
  because,
}: {
  readonly kind: BidKind;
  readonly because: readonly string[];
}): string {
  return because[0] ?? `${kind}/likeness`;
}

/** So many are kept, the oldest forgotten first: our choice, far above what anybody pressed. */
const MOST_EXCEPTIONS = 50;

/** The exceptions with one more, each once. */
export function withException(exceptions: readonly string[], one: string): readonly string[] {
  return exceptions.includes(one) ? exceptions : [...exceptions, one].slice(-MOST_EXCEPTIONS);
}
