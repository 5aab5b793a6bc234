import { hintsOf } from './hint.ts';

/**
 * For that evening, when good news got a short answer: a short answer is no fault, there may only be more to it. The
 * process is iterative, so a later question counts (Peters et al. 2018).
 */
export const MORE_TO_SAY_HINTS = hintsOf('more-to-say', {
  'how-it-felt': { move: 'ask', celebrate: ['questions'] },
  'one-question': { move: 'ask', celebrate: ['questions'] },
  'best-moment': { move: 'ask', celebrate: ['questions'] },
  'how-others-took-it': { move: 'ask', celebrate: ['questions'] },
  'still-smiling': { move: 'ask', celebrate: ['questions'] },
  'anything-since': { move: 'ask', celebrate: ['questions'] },
  'first-step': { move: 'ask', celebrate: ['questions'] },
  'work-behind': { move: 'ask', celebrate: ['questions'] },
  'paint-it': { move: 'ask', celebrate: ['questions'] },
  'of-this-day': { move: 'ask', celebrate: ['questions'] },
  nervous: { move: 'ask', celebrate: ['questions'] },
  'whole-story': { move: 'return', celebrate: ['questions'] },
  'told-twice': { move: 'return', celebrate: ['questions'] },
  'over-food': { move: 'return', celebrate: ['questions'] },
  'own-voice': { move: 'return', celebrate: ['questions'] },
  'thank-and-more': { move: 'return', celebrate: ['questions'] },
  'crossed-your-mind': { move: 'celebrate', celebrate: ['words'] },
  'where-it-leads': { move: 'celebrate', celebrate: ['words'] },
  'keep-thinking-of': { move: 'celebrate', celebrate: ['words'] },
  'what-you-know': { move: 'celebrate', celebrate: ['words'] },
  'good-to-read': { move: 'celebrate', celebrate: ['words', 'quiet'] },
  'line-to-add': { move: 'celebrate', celebrate: ['words', 'quiet'] },
  'in-its-honour': { move: 'celebrate', celebrate: ['plans', 'quiet'] },
  'good-mood': { move: 'ask', celebrate: ['plans'] },
  'some-more': { move: 'acknowledge' },
  'bit-of-noise': { move: 'celebrate', celebrate: ['loud'] },
  'weekend-treat': { move: 'celebrate', celebrate: ['plans'] },
  'something-easy': { move: 'celebrate', celebrate: ['plans'] },
  'good-day': { move: 'celebrate', celebrate: ['words', 'quiet'], times: ['bedtime'] },
});
