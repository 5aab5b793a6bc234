import { common } from './common.ts';

/** The card with what a person needs most. */
export const home = {
  text: '**Nod**\nWhat would you like to do? Only you see this. Everything there is: type `/nod`.',
  /** For whoever is in no couple: there is nothing to pause or to leave. */
  alone: `**Nod**\n${common.none}\nThe demo is a small game that shows what it does. Everything there is: type \`/nod\`.`,
  open: 'Home',
  pause: 'Pause',
  resume: 'Resume',
  busy: 'Busy',
  me: 'My mirror',
  demo: 'Demo',
  leave: 'Leave',
  busyTitle: 'Busy until when?',
  busyField: 'A time, or a while',
  busyExample: '17:30, 5pm or in 2h',
} as const;
