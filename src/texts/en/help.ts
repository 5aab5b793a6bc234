import type { RetentionRow } from '../../domain/retention.ts';
import type { Region } from '../support/regions.ts';
import { support } from './support.ts';

/** What `/nod help` says. */
export const help = {
  what: [
    '**What Nod does**',
    '· It reads one channel, only while both of you want it, and keeps no words.',
    '· It notices small moments and counts the warm answers you gave: `/nod me`, `/nod us`.',
    '· If you ticked it, it whispers now and then that something waits. Usually it says nothing.',
    '· By the week, if you tick it in `/nod settings`: `/nod recap` and `/nod check-in`.',
    '· A card says how you like to be met; the other reads it only if you share it: `/nod card`.',
    '· `/nod why` tells why it wrote to you.',
    '· Hold a message, then “Apps”: help to answer, or what it heard in yours.',
    '· It helps you to ask (`/nod ask`) and to mend (`/nod repair`); `/nod demo` is a small game; `/nod sign` is for “seen, not now”.',
    '· Now and then it rests for a day or two; that says nothing about you.',
    '· It never writes for you, and never shows one of you the other’s side.',
    '· It is yours to change: `/nod settings`, `/nod busy`, `/nod pause`, `/nod resume`, `/nod leave`, `/nod privacy`, `/nod data export`, `/nod data delete`.',
  ].join('\n'),
  support: (region: Region | undefined) =>
    `**If you would like a person to talk to**\n${support.lines(region)} Nod does not watch for emergencies.`,
  worried: [
    '**If you are worried about someone**',
    'Ask them plainly how they are, and listen. You need not carry it alone: you can call such a line for somebody else too. If they may be in danger now, call your local emergency services.',
  ].join('\n'),
  afraid: (region: Region | undefined) =>
    [
      '**If you are afraid of somebody**',
      "If you are afraid of your partner's reaction, do not use Nod. `/nod pause` and `/nod leave` work in a direct message too; nothing is posted and no reason is given. A call or a page can show on a phone that somebody else looks at.",
      support.abuseLines(region),
    ].join('\n'),
} as const;

/** What `/nod privacy` says, and the table on the consent card. */
export const privacy = {
  heading: '**What Nod keeps, and for how long**',
  row: (row: RetentionRow) => `· ${row.what} – ${row.why}. Kept: ${row.keptFor}.`,
  rights: [
    '**What is yours**',
    '· See what you agreed to, and when, and change it: `/nod settings`.',
    '· Stop for a while: `/nod pause`. Stop for good: `/nod leave`. No reason is asked or given.',
    '· Take a copy of it along: `/nod data export`. Delete all of it, at once: `/nod data delete`.',
    '· How long you type, or pause, before a short line counts only if you let your typing count: `/nod settings`. How long it was is never written down or shown to anybody.',
    '· Nobody is shown your side: not your partner, not the channel. The one thing the other can read is a card that you share yourself: `/nod card`.',
  ].join('\n'),
  yours: 'It is yours: `/nod data export` gives you a copy, `/nod data delete` deletes it.',
  more: 'What is yours',
  words: 'Words you write stay in memory while a moment is open and are never written down.',
} as const;
