// What a language may not leave out: each line below an expected error must not compile.
import type { Catalogue } from '../../src/texts/catalogue.ts';
import { countingIn } from '../../src/texts/plural.ts';
import { home } from '../texts/languages/pl/home.ts';

const { leave: _, ...withoutOne } = home;
// @ts-expect-error a text is missing
export const lacking: Catalogue['home'] = withoutOne;

// @ts-expect-error a part is missing
export const empty: Catalogue = { home };

// @ts-expect-error seven answers, not two
export const scale: Catalogue['checkIn']['scale'] = ['wcale', 'bardzo'];

const inPolish = countingIn('pl', ['one', 'few', 'many', 'other']);
// @ts-expect-error Polish counts in more forms than English
export const weeks = inPolish(5, { one: '# tydzień', other: '# tygodnie' });
