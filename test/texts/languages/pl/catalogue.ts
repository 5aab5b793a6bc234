import type { Catalogue } from '../../../../src/texts/catalogue.ts';
import { catalogue as english } from '../../../../src/texts/en/catalogue.ts';
import { home } from './home.ts';
import { times } from './times.ts';

/** The beginning of a translation: what is not yet in Polish is still in English. */
export const catalogue = { ...english, home, times } satisfies Catalogue;
