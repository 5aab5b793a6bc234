import { ABUSE_LINES } from './support/abuse-lines.ts';
import { CRISIS_LINES } from './support/crisis-lines.ts';
import { EMERGENCY_NUMBERS } from './support/emergency-numbers.ts';
import { REGIONS, type Region } from './support/regions.ts';
import { HOURS_NOT_GIVEN, type SupportLine } from './support/support-line.ts';

/** The lines of a region, those that answer at any hour first; none for a region without a sourced one. */
export function linesFor(region: Region | undefined, about: SupportLine['about'] = 'crisis'): readonly SupportLine[] {
  const lines = about === 'crisis' ? CRISIS_LINES : ABUSE_LINES;
  return lines.filter((line) => line.region === region);
}

/** One line to read: `· Samaritans: call 116 123 (any hour)`. */
export function sayLine({ name, reach, hours, language, serves }: SupportLine): string {
  const when = hours === HOURS_NOT_GIVEN ? 'perhaps not at all hours' : hours;
  const more = [when, serves && `for ${serves}`, language && `in ${language}`].filter(Boolean);
  return `· ${name}: ${reach} (${more.join('; ')})`;
}

/** The lines of a region under its name; undefined where there are none. */
export function sayLinesOf(region: Region | undefined, about: SupportLine['about']): string | undefined {
  const lines = linesFor(region, about);
  if (region === undefined || lines.length === 0) return undefined;
  return [`In ${REGIONS[region]}:`, ...lines.map(sayLine)].join('\n');
}

/** What to do when it cannot wait. */
export function sayEmergency(region: Region | undefined): string {
  const number = EMERGENCY_NUMBERS.find((one) => one.region === region)?.number;
  return number === undefined
    ? 'In an emergency, call your local emergency services.'
    : `In an emergency, call ${number}.`;
}
