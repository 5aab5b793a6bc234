import { ABUSE_LINES } from './support/abuse-lines.ts';
import { CRISIS_LINES } from './support/crisis-lines.ts';
import { EMERGENCY_NUMBERS } from './support/emergency-numbers.ts';
import type { Region } from './support/regions.ts';
import type { SupportLine } from './support/support-line.ts';

/** The lines of a region, those that answer at any hour first; none for a region without a sourced one. */
export function linesFor(region: Region | undefined, about: SupportLine['about'] = 'crisis'): readonly SupportLine[] {
  const lines = about === 'crisis' ? CRISIS_LINES : ABUSE_LINES;
  return lines.filter((line) => line.region === region);
}

/** Whom to call in that region when it cannot wait; undefined where no source names a number. */
export function emergencyNumberOf(region: Region | undefined): string | undefined {
  return EMERGENCY_NUMBERS.find((one) => one.region === region)?.number;
}
