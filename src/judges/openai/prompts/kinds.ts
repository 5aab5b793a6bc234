import type { BidKind } from '../../../domain/bid.ts';
import type { Veto } from '../../../domain/opinion.ts';

/**
 * What each label means, as a judge is told. Written from the annotation guide; a test sees that a meaning names no
 * other label, so that a judge is never offered a word it was not asked about.
 */
export interface Meaning {
  readonly means: string;
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

export const KIND_MEANINGS: Record<BidKind, Meaning> = {
  repair: {
    means:
      'mends or cools a tense exchange: an apology, owning a part, a restart, a pause with a return, softening humour',
    yes: ["sorry i snapped, that wasn't about you", 'can we start over'],
    no: ['a polite "sorry, running 5 late"', 'an apology that blames the other'],
  },
  vulnerability: {
    means:
      'discloses distress, worry, fatigue, hurt, shame, loneliness or self-doubt, or hesitates on the edge of it ' +
      '(hedges and retractions, trailing dots); one such sign alone is not enough',
    yes: ['today was awful', 'i think i messed up the interview', "idk.. nvm it's fine"],
    no: ['blame of the partner', 'mock despair ("i\'m dying 😂")', 'plain annoyance at a thing'],
  },
  'good-news': {
    means:
      'tells a positive event, outcome or prospect of their own life, however small; relief counts, and so does news ' +
      'of their household, children or close family',
    yes: ['got the job!!', 'the sourdough finally rose', 'all clear!'],
    no: ['praise of the partner', "a celebrity's or a team's news"],
  },
  affection: {
    means:
      'offers warmth: love, missing, a compliment, specific thanks, pride in the partner, a greeting or goodbye ' +
      'ritual, romance',
    yes: ['miss your face', 'thank you for doing the dishes ❤️'],
    no: ['thanks as a closing token ("ok thx")'],
  },
  request: {
    means: 'asks for practical help, a decision, or time together',
    yes: ['can you call the landlord', 'movie tonight?'],
    no: ['a rhetorical question'],
  },
  interest: {
    means: "asks about the partner's inner or daily life, opinion or plans",
    yes: ['how did the dentist go', 'did you sleep ok'],
    no: ['logistics only ("what time is the train")'],
  },
  attention: {
    means: 'shows or tells something to be looked at, listened to or talked about',
    yes: ['look at this dog', 'so weird, the neighbours painted their door pink'],
    no: ['a status line ("on the bus")'],
  },
  play: {
    means: 'is meant in fun: fond teasing, a meme, the beginning of a bit',
    yes: ["bet you can't guess what the cat did 😏"],
    no: ['mockery that wounds', 'the continuing turns of a bit'],
  },
};

/** What makes words that look like one of the kinds be none. */
export const VETO_MEANINGS: Record<Veto, string> = {
  sarcasm: 'they say the opposite of what they mean',
  joke: 'they are not serious',
  quote: "these are somebody else's words, passed on",
  lyrics: 'it is a line of a song, a film or a poem',
  'third-party': 'it is about somebody outside the couple, and nothing of their own hangs on it',
};
