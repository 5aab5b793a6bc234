import type { Region } from '../support/regions.ts';
import { sayEmergency, sayLinesOf } from '../support-lines.ts';

const DIRECTORY = 'findahelpline.com lists lines by country.';

/** Where people answer; the same block wherever Nod names lines. */
export const support = {
  /** Their region's lines first, then where to find others. */
  lines: (region: Region | undefined) => {
    const own = sayLinesOf(region, 'crisis');
    const elsewhere = own === undefined ? DIRECTORY : `Elsewhere, and for more: ${DIRECTORY}`;
    return [...(own === undefined ? [] : [own]), `${elsewhere} ${sayEmergency(region)}`].join('\n');
  },
  abuseLines: (region: Region | undefined) => sayLinesOf(region, 'abuse') ?? DIRECTORY,
} as const;
