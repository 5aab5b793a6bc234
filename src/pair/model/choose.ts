import type { BidKind } from '../../domain/bid.ts';
import { ENERGIES, type Energy, type Reply, type Style, stylesFor } from '../../domain/bid-response.ts';
import { type Answered, ask, indexOfMost, type Model } from '../../learned/model.ts';
import { type Paired, pairFeatures } from './features.ts';
import { REPLY_QUESTIONS } from './questions.ts';

/** Turns that a style can have. Source: annotation guide, "style depends on the bid". */
const TURNS_OF: Readonly<Record<Style, readonly Reply['turn'][]>> = {
  'active-constructive': ['toward'],
  'passive-constructive': ['toward'],
  'active-destructive': ['against'],
  'passive-destructive': ['away', 'against'],
  validating: ['toward'],
  exploring: ['toward'],
  comforting: ['toward'],
  advising: ['toward'],
  minimizing: ['toward', 'against'],
  dismissing: ['away', 'against'],
  accepting: ['toward'],
  deflecting: ['toward', 'away', 'against'],
  rejecting: ['against'],
};

const QUESTIONS = Object.keys(REPLY_QUESTIONS) as readonly (keyof typeof REPLY_QUESTIONS)[];

/** What the model makes of a reply: the turn and style that go together and are likeliest so. */
export function chooseReply(model: Model, paired: Paired): Reply {
  const answers = new Map(ask(model, pairFeatures(paired)).map((answered, at) => [QUESTIONS[at], answered]));
  const turns = answers.get('turn') as Answered;
  const styles = answerTo(answers, paired.kind);
  const { turn, style } = likeliest(paired.kind, turns, styles);
  const confidence = turns.chances[REPLY_QUESTIONS.turn.indexOf(turn)] ?? 0;
  const styled = style === undefined ? { confidence } : { style, confidence };
  return turn === 'toward'
    ? { turn, energy: energyIn(answers.get('energy') as Answered), ...styled }
    : { turn, ...styled };
}

type Answers = ReadonlyMap<(typeof QUESTIONS)[number] | undefined, Answered>;

const answerTo = (answers: Answers, kind: BidKind) =>
  answers.get(QUESTIONS.find((question) => question === kind) as (typeof QUESTIONS)[number]);

const energyIn = ({ best }: Answered): Energy => ENERGIES[best] ?? 'attentive';

/** Turn and style are asked apart and must fit: the pair with the highest sum of scores wins. */
function likeliest(
  kind: BidKind,
  turns: Answered,
  styles: Answered | undefined,
): { readonly turn: Reply['turn']; readonly style?: Style } {
  const named = REPLY_QUESTIONS.turn;
  if (!styles) return { turn: named[turns.best] ?? 'toward' };
  const pairs = stylesFor(kind).flatMap((style, at) =>
    TURNS_OF[style].map((turn) => ({
      turn,
      style,
      score: (turns.scores[named.indexOf(turn)] ?? 0) + (styles.scores[at] ?? 0),
    })),
  );
  const best = indexOfMost(Float64Array.from(pairs, ({ score }) => score));
  return pairs[best] ?? { turn: 'toward' };
}
