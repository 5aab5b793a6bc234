import { EVERYDAY } from './scenes/everyday.ts';
import { GUARDED } from './scenes/guarded.ts';
import { HARD_DAYS } from './scenes/hard-days.ts';
import { LATER } from './scenes/later.ts';
import { NEWS } from './scenes/news.ts';
import { PLAY } from './scenes/play.ts';
import type { Scene } from './scenes/scene.ts';
import { SILENCE } from './scenes/silence.ts';
import { WARMTH } from './scenes/warmth.ts';

/** What `/nod demo` says. */
export const demo = {
  /** One is drawn of each, in this order: it begins lightly, and Nod's silence is always among them. */
  scenes: [NEWS, PLAY, HARD_DAYS, WARMTH, LATER, SILENCE, GUARDED, EVERYDAY] as readonly (readonly Scene[])[],

  intro: [
    '**What would land well here?**',
    'Eight made-up chats, about two minutes, for you alone. In each, somebody you love has written to you. Press the number of what you would write, and read what each of the three does.',
    'Sometimes Nod sends you a direct message, as it would between two people who both want it: “Open” shows what is in it, and the buttons below it are the real ones, except that here they change nothing. Sometimes Nod keeps quiet, and says afterwards why.',
    'There is seldom one answer. You know your own person, and Nod does not.',
    'Nothing of this game is kept: what you press is counted nowhere and shown to nobody.',
  ].join('\n'),
  begin: 'Begin',

  at: (scene: number, of: number) => `**What would land well here?** · ${scene} of ${of}`,
  you: 'You',
  ask: '**You could write …** (press its number)',
  offer: (at: number, reply: string) => `${at}. ${reply}`,
  whispered: '**A direct message from Nod:**',
  opened: '**Opened, for your eyes only:**',
  /** After one of the buttons on the opened card. */
  tried: (answer: string) => `*Nod would answer: ${answer} (Here it changes nothing.)*`,
  wrote: (reply: string) => `**You:** ${reply}`,
  others: '**And the other two**',
  other: (reply: string, why: string) => `· “${reply}” ${why}`,
  silent: (because: string) => `**And Nod?** It says nothing here. ${because}`,
  next: 'Next',
  enough: 'Enough for now',

  end: [
    '**That is how it goes**',
    'Between two people who both want it, Nod notices such moments and usually says nothing. It never writes for anyone, and never shows one the other’s side.',
  ].join('\n'),
  keeps: '**What Nod keeps**',
  nothing: 'Of this game: nothing.',
  more: '`/nod privacy` shows all of it.',
  again: 'Eight others',
  how: 'How to begin',
  beginning: [
    '**How to begin**',
    '· Ask your person first, in your own words.',
    '· Then, in a channel that you two and Nod can see: `/nod start partner:@name`.',
    '· Each of you answers privately. Nod begins only if both want it, and nobody is told who said what.',
    '· It can be stopped at any time, by either of you, without a reason.',
  ].join('\n'),
} as const;
