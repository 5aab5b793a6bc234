import { BID_KINDS, type BidKind } from '../domain/bid.ts';
import { ENERGIES, type Energy, type Reply, type Style, stylesFor } from '../domain/bid-response.ts';
import type { HarshnessKind, Reading, RiskKind } from '../domain/reading.ts';
import {
  type Answer,
  type Bin,
  calibrationError,
  confusions,
  type Found,
  found,
  foundOf,
  macroF1,
  mean,
  occurring,
  reliability,
} from './measures.ts';

/** What an utterance can be: no bid, or one kind. */
export const KINDS_AND_NONE = ['none', ...BID_KINDS] as const;
export type KindOrNone = (typeof KINDS_AND_NONE)[number];

/** What people say an utterance is. */
export interface MessageLabels {
  readonly kind: KindOrNone;
  readonly harsh?: HarshnessKind | undefined;
  readonly risk?: RiskKind | undefined;
  readonly tender?: boolean | undefined;
}

/** An utterance as labelled and as read; its words are not needed any more. */
export interface ReadMessage {
  readonly labels: MessageLabels;
  readonly reading: Reading;
}

/** From this confidence on a bid may lead to a whisper. Source: design, "Coach", gates. */
export const NUDGE_CONFIDENCE = 0.8;
/** The kinds whose precision there matters most: a whisper about them that is wrong is felt. */
export const NUDGED_KINDS = ['good-news', 'vulnerability'] as const satisfies readonly BidKind[];

/** How a set of labels was found, each by itself and together. */
export interface LabelScores<Label extends string> {
  readonly rows: number;
  readonly macroF1: number | undefined;
  readonly each: readonly (Found & { readonly label: Label })[];
  readonly confusions: readonly { readonly truth: Label; readonly said: readonly number[] }[];
}

export interface MessageScores {
  /** Over all nine classes, also those that do not occur. */
  readonly kinds: LabelScores<KindOrNone>;
  /** Only what was said with at least the confidence of a nudge; recall is over all gold rows of the kind. */
  readonly atNudge: readonly (Found & { readonly label: BidKind })[];
  readonly harshness: Found;
  readonly risk: Found;
  readonly tender: Found;
  /** Over the bids that were heard. */
  readonly calibration: { readonly error: number | undefined; readonly bins: readonly Bin[] };
}

export function scoreMessages(messages: readonly ReadMessage[]): MessageScores {
  const answers = messages.map(kindAnswer);
  const marked = (truth: (labels: MessageLabels) => boolean, said: (reading: Reading) => boolean) =>
    found(messages.map(({ labels, reading }) => ({ truth: truth(labels), said: said(reading) })));
  const isHarsh = ({ harsh }: MessageLabels) => harsh !== undefined;
  const bins = reliability(
    messages.flatMap(({ labels, reading: { bid } }) =>
      bid ? [{ confidence: bid.confidence, right: bid.kind === labels.kind }] : [],
    ),
  );
  return {
    kinds: scoreLabels(KINDS_AND_NONE, answers),
    atNudge: NUDGED_KINDS.map((label) => {
      const isSure = ({ bid }: Reading) => bid?.kind === label && bid.confidence >= NUDGE_CONFIDENCE;
      return { label, ...marked(({ kind }) => kind === label, isSure) };
    }),
    harshness: marked(isHarsh, ({ harshness }) => harshness !== undefined),
    risk: marked(
      ({ risk }) => risk !== undefined,
      ({ risk }) => risk !== undefined,
    ),
    tender: marked(
      ({ tender }) => tender === true,
      ({ tender }) => tender,
    ),
    calibration: { error: calibrationError(bins), bins },
  };
}

/** The kind as labelled and as heard. */
export function kindAnswer({ labels, reading }: ReadMessage): Answer<KindOrNone> {
  return { truth: labels.kind, said: reading.bid?.kind ?? 'none' };
}

/** What an answered bid's reply can do with it. */
export const ANSWERED_TURNS = ['toward', 'away', 'against'] as const;
export type AnsweredTurn = (typeof ANSWERED_TURNS)[number];

/** A bid and its reply as labelled and as read; the kind of the bid is given. */
export interface ReadPair {
  readonly labels: {
    readonly bidKind: BidKind;
    readonly turn: AnsweredTurn;
    readonly energy?: Energy | undefined;
    readonly style?: Style | undefined;
  };
  readonly reply: Reply;
}

/** Kinds whose replies have a style. Source: annotation guide, "Response". */
export const STYLED_KINDS = ['good-news', 'vulnerability', 'repair'] as const satisfies readonly BidKind[];

export interface PairScores {
  readonly turn: LabelScores<AnsweredTurn>;
  /** Over replies labelled with an energy; one that is not called toward has none, which is wrong. */
  readonly energy: LabelScores<Energy>;
  /** Over replies labelled with a style; the macro-F1 is over the styles that occur. */
  readonly style: readonly (LabelScores<Style> & { readonly kind: BidKind })[];
  readonly styleMean: number | undefined;
}

export function scorePairs(pairs: readonly ReadPair[]): PairScores {
  const style = STYLED_KINDS.map((kind) => {
    const answers = styleAnswers(pairs.filter(({ labels }) => labels.bidKind === kind));
    return { kind, ...scoreLabels(occurring(stylesFor(kind), answers), answers) };
  });
  const energies = energyAnswers(pairs);
  return {
    turn: scoreLabels(
      ANSWERED_TURNS,
      pairs.map(({ labels, reply }) => ({ truth: labels.turn, said: reply.turn })),
    ),
    energy: scoreLabels(occurring(ENERGIES, energies), energies),
    style,
    styleMean: mean(style.flatMap(({ macroF1: one }) => (one === undefined ? [] : [one]))),
  };
}

function energyAnswers(pairs: readonly ReadPair[]): readonly Answer<Energy>[] {
  return pairs.flatMap(({ labels: { energy }, reply }) =>
    energy === undefined ? [] : [{ truth: energy, said: reply.turn === 'toward' ? reply.energy : undefined }],
  );
}

function styleAnswers(pairs: readonly ReadPair[]): readonly Answer<Style>[] {
  return pairs.flatMap(({ labels: { style }, reply }) =>
    style === undefined ? [] : [{ truth: style, said: reply.style }],
  );
}

function scoreLabels<Label extends string>(
  labels: readonly Label[],
  answers: readonly Answer<Label>[],
): LabelScores<Label> {
  return {
    rows: answers.length,
    macroF1: macroF1(labels, answers),
    each: labels.map((label) => ({ label, ...foundOf(label, answers) })),
    confusions: confusions(labels, answers),
  };
}
