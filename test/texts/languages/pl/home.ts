import type { Catalogue } from '../../../../src/texts/catalogue.ts';

/** One part, whole: without any one of these lines it does not compile. */
export const home = {
  text: '**Nod**\nCo teraz? Widzisz to tylko Ty. Wszystko, co jest: wpisz `/nod`.',
  alone: '**Nod**\nNod jeszcze się nie zaczął.',
  open: 'Początek',
  pause: 'Przerwa',
  resume: 'Dalej',
  busy: 'Nie teraz',
  me: 'Moje lustro',
  demo: 'Próba',
  leave: 'Koniec',
  busyTitle: 'Do kiedy?',
  busyField: 'Godzina albo ile czasu',
  busyExample: '17:30',
} satisfies Catalogue['home'];
