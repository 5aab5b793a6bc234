import type { Catalogue } from './catalogue.ts';
import { catalogue as english } from './en/catalogue.ts';

/** Every text a partner reads, in the one language that this Nod speaks. */
export let texts: Catalogue = english;

/** Chooses the language: once, at the start, before the commands are loaded, since their summaries are texts. */
export function speak(language: Catalogue): void {
  texts = language;
}
