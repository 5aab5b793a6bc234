/** The card with what a person needs most. */
export const home = {
  text: '**Nod**\nWhat would you like to do? Only you see this. Everything there is: type `/nod`.',
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
