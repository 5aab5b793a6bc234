import { REGIONS, type Region } from '../support/regions.ts';
import { HOURS_NOT_GIVEN, type SupportLine } from '../support/support-line.ts';
import { emergencyNumberOf, linesFor } from '../support-lines.ts';

const DIRECTORY = 'findahelpline.com lists lines by country.';

/** One line to read: `· Samaritans: call 116 123 (any hour)`. */
export function sayLine({ name, reach, hours, language, serves }: SupportLine): string {
  const when = hours === HOURS_NOT_GIVEN ? 'perhaps not at all hours' : hours;
  const more = [when, serves && `for ${serves}`, language && `in ${language}`].filter(Boolean);
  return `· ${name}: ${reach} (${more.join('; ')})`;
}

/** The lines of a region under its name; undefined where there are none. */
function linesOf(region: Region | undefined, about: SupportLine['about']): string | undefined {
  const lines = linesFor(region, about);
  if (region === undefined || lines.length === 0) return undefined;
  return [`In ${REGIONS[region]}:`, ...lines.map(sayLine)].join('\n');
}

/** What to do when it cannot wait. */
function emergency(region: Region | undefined): string {
  const number = emergencyNumberOf(region);
  return number === undefined
    ? 'In an emergency, call your local emergency services.'
    : `In an emergency, call ${number}.`;
}

/** Where people answer; the same block wherever Nod names lines. */
export const support = {
  /** Their region's lines first, then where to find others. */
  lines: (region: Region | undefined) => {
    const own = linesOf(region, 'crisis');
    const elsewhere = own === undefined ? DIRECTORY : `Elsewhere, and for more: ${DIRECTORY}`;
    return [...(own === undefined ? [] : [own]), `${elsewhere} ${emergency(region)}`].join('\n');
  },
  abuseLines: (region: Region | undefined) => linesOf(region, 'abuse') ?? DIRECTORY,
} as const;
