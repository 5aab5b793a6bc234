import Sentiment from 'sentiment';
import { SentimentIntensityAnalyzer } from 'vader-sentiment';
import { loadModels, loadReaders } from '../src/cli/load-reader.ts';
import { createLookBack } from '../src/detect/look-back.ts';
import { featuresOf } from '../src/detect/model/features.ts';
import { UTTERANCE_QUESTIONS } from '../src/detect/model/questions.ts';
import { createReader, settingOf } from '../src/detect/reader.ts';
import { weigh } from '../src/detect/weighing.ts';
import type { Reading } from '../src/domain/reading.ts';
import { type Answered, bestOf, chancesOf, createAsker } from '../src/learned/asker.ts';
import { hear } from './corpus.ts';
import type { AloneRow } from './eval-rows.ts';

/** Whatever reads an utterance, ours or a peer. */
export type ReadRow = (row: AloneRow) => Reading;

const analyser = new Sentiment();
/** AFINN points from which `sentiment` is taken to be sure: one of its strongest words and a little more. Ours. */
const SURE_POINTS = 5;
/** Hutto & Gilbert (2014): a compound nearer to 0 is neutral. */
const VADER_NEUTRAL = 0.05;

/** The mood of the words from −1 to 1, by `sentiment`. */
export function bySentiment(text: string): number {
  return Math.max(-1, Math.min(1, analyser.analyze(text).score / SURE_POINTS));
}

/** The same by `vader-sentiment`. */
export function byVader(text: string): number {
  const { compound } = SentimentIntensityAnalyzer.polarity_scores(text);
  return Math.abs(compound) < VADER_NEUTRAL ? 0 : compound;
}

/** A peer tells glad from sad and nothing else: glad is good news; sad may be hurt, or harsh. */
function byMood(moodOf: (text: string) => number): ReadRow {
  return ({ said }) => {
    const mood = moodOf(said.text);
    if (mood === 0) return { tender: false };
    const sure = { confidence: Math.abs(mood), because: [] };
    const bid = {
      kind: mood > 0 ? ('good-news' as const) : ('vulnerability' as const),
      intensity: Math.abs(mood),
      ...sure,
    };
    return { bid, ...(mood < 0 ? { harshness: { kind: 'criticism', ...sure } } : {}), tender: false };
  };
}

/** The model without the rules' word: it still sees which cues spoke, as one fact among many. */
function createModelAlone(): ReadRow {
  const asker = createAsker(loadModels().utterances);
  const lookBack = createLookBack(hear, asker);
  return ({ said, context }) => {
    const hearing = hear(said, context);
    const where = { setting: settingOf(context), before: lookBack(context) };
    const [answered] = asker.answers(featuresOf(hearing, weigh(hearing).bid), where) as [Answered];
    const best = bestOf(answered);
    const kind = UTTERANCE_QUESTIONS.bid[best] ?? 'none';
    const confidence = chancesOf(answered)[best] ?? 0;
    return { ...(kind === 'none' ? {} : { bid: { kind, confidence, intensity: 0.5, because: [] } }), tender: false };
  };
}

/** Nod as it ships, what is left of it without a part, and the peers. */
export function createReaders(): Readonly<Record<string, ReadRow>> {
  const [rules, whole] = [createReader(), loadReaders().reader];
  return {
    sentiment: byMood(bySentiment),
    'vader-sentiment': byMood(byVader),
    'rules only': ({ said, context }) => rules(said, context),
    'model only': createModelAlone(),
    'without vectors': ({ said: { text, attachments }, context }) =>
      whole({ text, attachments }, { ...context, earlier: context.earlier.map(({ vector: _, ...rest }) => rest) }),
    [AS_SHIPPED]: ({ said, context }) => whole(said, context),
  };
}

/** Under this name stands Nod itself. */
export const AS_SHIPPED = 'Nod';
