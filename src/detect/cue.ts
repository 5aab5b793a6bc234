import type { BidKind } from '../domain/bid.ts';
import type { Attachment, EarlierSaid, HarshnessKind, RiskKind, Typed } from '../domain/reading.ts';
import type { Condition, Heard } from './heard.ts';

/** What Nod stays out of. Source: annotation guide, "Tender". */
export type TenderKind = 'sex' | 'death' | 'miscarriage' | 'diagnosis' | 'separation';

/** Everything a cue can speak for; the first half of its id. */
export type CueKind = BidKind | HarshnessKind | RiskKind | `tender-${TenderKind}`;

/** An utterance a cue must hear or must ignore: plain words, or words with what surrounds them. */
export type Example =
  | string
  | {
      readonly text: string;
      readonly attachments?: readonly Attachment[];
      readonly tense?: boolean;
      readonly earlier?: readonly EarlierSaid[];
      readonly usualWords?: number;
      readonly typed?: Typed;
    };

interface CueBase {
  readonly id: `${CueKind}/${string}`;
  /** Completes the sentence "Heard because it …", in plain words. */
  readonly because: string;
  readonly hears: readonly Example[];
  /** At least as many as `hears`; every reported false alarm becomes a line here. */
  readonly ignores: readonly Example[];
  /** 0–1: how often the cue, alone, is right. Set by hand, checked on labelled chats outside the repository. */
  readonly weight: number;
  /** 0–1: how much hangs on what it hears; without it the kind's usual. */
  readonly intensity?: number;
  /**
   * A hint of guardedness, in the words, in how they were typed, or around them: it takes two to count, and one of them
   * the person's own doing.
   */
  readonly guarded?: 'words' | 'typing' | 'around';
  /** No chat of the corpus has what it hears, so the model is not told of it; what it adds is weighed in afterwards. */
  readonly unlearned?: true;
  readonly needs?: readonly Condition[];
  readonly unless?: readonly Condition[];
}

/** Hears fixed phrases; the little language of them is explained in `phrases.ts`. */
export interface PhraseCue extends CueBase {
  readonly phrases: readonly string[];
  /** A negation before the phrase usually silences it ("i don't love you"); this keeps it. */
  readonly evenNegated?: true;
}

/** What an utterance may come with besides its words; most often with none of it. */
export type Given =
  /** Something is attached. */
  | 'attachment'
  /** Something was said shortly before. */
  | 'earlier'
  /** The exchange is tense. */
  | 'tense'
  /** How much this person usually writes. */
  | 'usual-words'
  /** They were seen typing before. */
  | 'typed';

/** Hears what no phrase can say: attachments, shape, what came before. */
export interface ShapeCue extends CueBase {
  readonly when: (heard: Heard) => boolean;
  /** Without this `when` is never asked: it would say no. */
  readonly given?: Given;
}

/** One explainable reason to hear something in an utterance. */
export type Cue = PhraseCue | ShapeCue;

/** The kind a cue speaks for. */
export function kindOf(cue: Pick<Cue, 'id'>): CueKind {
  return cue.id.slice(0, cue.id.indexOf('/')) as CueKind;
}

/** A cue that was heard, and where: character offsets in the normalised text, none for a shape. */
export interface Evidence {
  readonly cue: Cue;
  /** What the cue speaks for: cut out of its id once, not whenever it is heard. */
  readonly kind: CueKind;
  readonly span?: { readonly start: number; readonly end: number };
}

/** The cues that spoke for a kind. */
export function idsFor(sought: CueKind, evidence: readonly Evidence[]): string[] {
  const ids: string[] = [];
  for (const { kind, cue } of evidence) if (kind === sought) ids.push(cue.id);
  return ids;
}
