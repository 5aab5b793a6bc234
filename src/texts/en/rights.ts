import type { ExportedWeek } from '../../domain/own-export.ts';
import { plural } from './plural.ts';

/** Why an export proves nothing; in the file and beside it. */
const notEvidence =
  'This is not evidence of anything: Nod hears only part of what happens between two people and is sometimes wrong, and anybody can change a file.';

/** What `/nod data export` and `/nod data delete` say. */
export const rights = {
  export: {
    card: [
      '**What is yours**',
      'Here is what Nod has of you alone: what you agreed to, your settings, how many warm answers you gave, in weeks that are over, and the numbers of your check-ins if you have them kept. Only you can see this.',
      notEvidence,
    ].join('\n'),
    fileName: 'nod-yours.json',
    /** The first lines of the file. */
    what: 'What Nod has of you alone: what is on now, your settings, your warm answers in weeks that have been over for two days, and the numbers of your check-ins if you have them kept.',
    notEvidence,
    /** A week of the file by its Monday, in words; all kinds of answers together. */
    week: (monday: string, { answers, warm }: Omit<ExportedWeek, 'week'>) =>
      `Week of Monday ${monday}: ${plural(answers, { one: '# warm answer', other: '# warm answers' })}, ${warm} of more than a quick sign`,
  },
  delete: {
    ask: [
      '**Delete everything?**',
      'All that Nod has of you goes at once and for good: your settings, what you agreed to, what you gave, and Nod’s direct messages to you. From then on Nod rests here, and nobody is told why.',
      'What stays names nobody: a fingerprint that keeps a pair from being asked again within 30 days, and “never ask me again” if you chose it.',
      'To keep a copy first: `/nod data export`. Nothing happens unless you press.',
    ].join('\n'),
    confirm: 'Delete everything',
    done: 'Done. All that Nod had of you is deleted; its direct messages to you go as soon as Discord lets them.',
    newer: 'Something has begun since this card was made. Press once more if that should go too.',
  },
} as const;
