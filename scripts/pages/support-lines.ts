import { ABUSE_LINES } from '../../src/texts/support/abuse-lines.ts';
import { CRISIS_LINES } from '../../src/texts/support/crisis-lines.ts';
import { EMERGENCY_NUMBERS } from '../../src/texts/support/emergency-numbers.ts';
import { REGIONS, type Region } from '../../src/texts/support/regions.ts';
import type { SupportLine } from '../../src/texts/support/support-line.ts';
import { MADE_BY, type Page, table } from './page.ts';

/** Every line that `/nod help` may show, with where it is from and when it was read. */
export function supportLinesPage(): Page {
  const emergency = EMERGENCY_NUMBERS.map(({ region, number, source, checked }) => [
    country(region),
    number,
    link(source),
    checked,
  ]);
  return {
    path: 'docs/support-lines.md',
    text: page({
      crisis: linesTable(CRISIS_LINES),
      abuse: linesTable(ABUSE_LINES),
      emergency: table(['Country', 'Call', 'Source', 'Checked'], emergency),
    }),
  };
}

function linesTable(lines: readonly SupportLine[]): string {
  const rows = lines.map((line) => [
    country(line.region),
    line.name,
    line.reach,
    line.hours,
    line.language ?? '',
    line.serves ?? 'everybody',
    line.hoursSource === undefined ? link(line.source) : `${link(line.source)}, hours: ${link(line.hoursSource)}`,
    line.written ?? '',
    line.checked,
  ]);
  return table(['Country', 'Line', 'Reach it', 'Hours', 'Language', 'For', 'Source', 'Written', 'Checked'], rows);
}

const country = (region: Region) => REGIONS[region].replace(/^the /, '');

const link = (address: string) => `[${new URL(address).host.replace(/^www\./, '')}](${address})`;

const page = ({ crisis, abuse, emergency }: Record<'crisis' | 'abuse' | 'emergency', string>) => `${MADE_BY}

# Support lines

\`/nod help\` shows the lines of one country: that of the time zone somebody chose in Nod or, before they chose one, that
of their app’s language. It shows them to everyone who asks, at all times, and Nod does not note who asked. Where no line
is listed, it names findahelpline.com and “your local emergency services”.

## Check them once a year

**These facts grow old.** Each was read on the day in its last column, in a *stored copy* of the page named, not by calling
the line and not always on the line’s own site; some copies were years old. “Written” is the year of the page, where it
tells. Numbers change, hours shrink, services close. Whoever hosts Nod: before the two of you begin, and then once a year,
open the site of each line of both your countries and compare. Where one is wrong, mend it in \`src/texts/support/\`, with
its source and the day, and run \`npm run docs\`.

“Any hour” is what the source says. It does not mean that somebody answers at once.

## If you would like a person to talk to

${crisis}

## If you are afraid of somebody

Lines that say they are for women, or for men, are marked so; findahelpline.com lists more.

${abuse}

## Emergency numbers

Only where a source names the number for danger to life.

${emergency}

## What was looked for and left out

- **Denmark**: the sources found disagree about the hours of Livslinien.
- **Nigeria**: two sources name different numbers of the same service, and neither is the service’s own.
- **Malaysia**: the sources found name the service, and an older number or none.
- An emergency number of **Japan, South Korea, Switzerland** and **South Africa**: the sources found name one for an
  ambulance and another for the police, or differ.
- A national line for abuse in **Switzerland, Belgium, Finland, India, Japan, Mexico, the Philippines, Poland, Portugal,
  Singapore, South Korea, Sweden** and **Norway** was not looked up; that there is none here says nothing about whether
  there is one.

A country is added with a line in \`src/texts/support/\`, its name and its zones (from the tz database’s \`zone.tab\`) in
\`src/texts/support/regions.ts\`; the tests say what is still lacking.
`;
