import { ENERGIES, GOOD_NEWS_STYLES, REPAIR_STYLES, VULNERABILITY_STYLES } from '../../domain/bid-response.ts';

/** What the model of replies is asked, in order; the trainer and the pairer share it. */
export const REPLY_QUESTIONS = {
  turn: ['toward', 'away', 'against'],
  energy: ENERGIES,
  'good-news': GOOD_NEWS_STYLES,
  vulnerability: VULNERABILITY_STYLES,
  repair: REPAIR_STYLES,
} as const;
