import type { catalogue } from './en/catalogue.ts';
import type { Scene } from './en/scenes/scene.ts';

/**
 * What English says, for any language: the same names, the same lists and the same arguments, but other words. The
 * compiler asks for every one of them, so a language is complete or does not compile.
 */
export type InAnyLanguage<Text> = Text extends string
  ? string
  : Text extends Scene
    ? Scene
    : Text extends (...given: infer Given) => unknown
      ? (...given: Given) => string
      : { readonly [Name in keyof Text]: InAnyLanguage<Text[Name]> };

/** Every text a partner reads; `Catalogue['home']` is one part of it. */
export type Catalogue = InAnyLanguage<typeof catalogue>;
