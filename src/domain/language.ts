/** What an utterance was told to be in; `unsure`: too short to say, or between the two. */
export type Language = 'english' | 'other' | 'unsure';

/** The language of an utterance, and how many words told it; none where all is emoji, links and attachments. */
export interface ToldLanguage {
  readonly language: Language;
  readonly words: number;
}

/** A partner's language is decided over this many of their last utterances. Design, "Engine details": Detect. */
const KEPT = 20;
/** Fewer that could be told say nothing about a person. Our choice. */
const FEWEST_TOLD = 8;
/** From more than this share on a partner is left alone. Our choice: who writes half and half is read. */
const MOSTLY = 0.6;
/** An utterance of so many words in another language is left alone by itself. Our choice; ADR 16. */
const CLEAR_WORDS = 5;

/** One letter an utterance whose language could be told, oldest first: `e` English, `o` another. */
export type Languages = string;

/** The languages with one utterance more; what could not be told says nothing and is left out. */
export function withLanguage(languages: Languages, { language }: Pick<ToldLanguage, 'language'>): Languages {
  if (language === 'unsure') return languages;
  return (languages + language.charAt(0)).slice(-KEPT);
}

/** Whether somebody writes mostly in a language that Nod cannot read. */
export function isMostlyOther(languages: Languages = ''): boolean {
  const others = [...languages].filter((letter) => letter === 'o').length;
  return languages.length >= FEWEST_TOLD && others > languages.length * MOSTLY;
}

/** Whether the utterance is left alone; what has no words, such as a heart or a photo, is understood by all. */
export function isLeftAlone(languages: Languages | undefined, { language, words }: ToldLanguage): boolean {
  if (words === 0) return false;
  return (language === 'other' && words >= CLEAR_WORDS) || isMostlyOther(languages);
}
