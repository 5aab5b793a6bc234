import type { BidKind } from '../../domain/bid.ts';
import {
  ENERGIES,
  type Energy,
  type Reply,
  type ReplyChoice,
  type Style,
  stylesFor,
} from '../../domain/bid-response.ts';
import { type Answered, type Asker, bestOf, chancesOf } from '../../learned/asker.ts';
import { type Setting, softmax } from '../../learned/model.ts';
import { type Paired, pairFeatures } from './features.ts';
import { REPLY_QUESTIONS } from './questions.ts';

/** Turns that a style can have. Source: annotation guide, "style depends on the bid". */
export const TURNS_OF: Readonly<Record<Style, readonly Reply['turn'][]>> = {
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

/** What the model makes of a reply, and what else it may be, the likeliest first. */
export interface Chosen {
  readonly reply: Reply;
  readonly others: readonly ReplyChoice[];
}

/** Less likely than this beside all others, a choice is no second thought. Our choice, as of kinds. */
const LEAST_OTHER = 0.05;

/** What the model makes of a reply: the turn and style that go together and are likeliest so. */
export function chooseReply(asker: Asker, paired: Paired, setting: Setting): Chosen {
  const answers = new Map(
    asker.answers(pairFeatures(paired), { setting }).map((answered, at) => [QUESTIONS[at], answered]),
  );
  const turns = answers.get('turn') as Answered;
  const styles = answerTo(answers, paired.kind);
  const [{ turn, style }, ...others] = likeliestFirst(paired.kind, turns, styles);
  const confidence = chancesOf(turns)[REPLY_QUESTIONS.turn.indexOf(turn)] ?? 0;
  const styled = style === undefined ? { confidence } : { style, confidence };
  const reply: Reply =
    turn === 'toward' ? { turn, energy: energyIn(answers.get('energy') as Answered), ...styled } : { turn, ...styled };
  return { reply, others };
}

type Answers = ReadonlyMap<(typeof QUESTIONS)[number] | undefined, Answered>;

const answerTo = (answers: Answers, kind: BidKind) =>
  answers.get(QUESTIONS.find((question) => question === kind) as (typeof QUESTIONS)[number]);

const energyIn = (answered: Answered): Energy => ENERGIES[bestOf(answered)] ?? 'attentive';

/** Turn and style are asked apart and must fit: the higher the sum of their scores, the likelier. */
function likeliestFirst(
  kind: BidKind,
  turns: Answered,
  styles: Answered | undefined,
): readonly [ReplyChoice, ...ReplyChoice[]] {
  const named = REPLY_QUESTIONS.turn;
  const scoreOf = (turn: Reply['turn']) => turns.scores[turns.from + named.indexOf(turn)] ?? 0;
  const choices = styles
    ? stylesFor(kind).flatMap((style, at) =>
        TURNS_OF[style].map((turn) => ({
          choice: { turn, style },
          score: scoreOf(turn) + (styles.scores[styles.from + at] ?? 0),
        })),
      )
    : named.map((turn) => ({ choice: { turn }, score: scoreOf(turn) }));
  const chances = softmax(choices.map(({ score }) => score));
  const ranked = choices
    .map(({ choice }, at) => ({ choice, chance: chances[at] ?? 0 }))
    .sort((one, other) => other.chance - one.chance);
  const [best, ...others] = ranked;
  const likely = others.filter(({ chance }) => chance >= LEAST_OTHER).map(({ choice }) => choice);
  return [best?.choice ?? { turn: 'toward' }, ...likely];
}
