import type { BidKind } from '../../../domain/bid.ts';
import type { Energy, Reply, Style } from '../../../domain/bid-response.ts';

/** The same for what a reply does. Written from the annotation guide, "Response". */
export const TURN_MEANINGS: Record<Reply['turn'], string> = {
  toward:
    'acknowledges what was said, however briefly; a kind "can\'t, next time" and a promise to come back count as this',
  away: 'passes it by: changes the subject, or a token that doesn\'t fit ("k" to "my grandma is in hospital")',
  against: 'rejects, mocks, belittles, blames, or is irritated by it ("you call that news?")',
};

export const STYLE_MEANINGS: Record<Style, string> = {
  'active-constructive': 'a question, a plan or visible excitement',
  'passive-constructive': 'quiet approval ("nice", 👍)',
  'active-destructive': 'finds the catch, also after a congratulation',
  'passive-destructive': 'turns to something else or to oneself',
  validating: 'names or accepts the feeling',
  exploring: 'asks to hear more',
  comforting: 'care, presence or reassurance; a lone ❤️ or hug',
  advising: 'fix first, also when warmly wrapped; the longest part decides',
  minimizing: 'shrinks it, kindly or by judging the person',
  dismissing: 'ignores, mocks or interrogates',
  accepting: 'takes the mending move up',
  deflecting: 'lets the mending move pass',
  rejecting: 'refuses the mending move',
};

export const ENERGY_MEANINGS: Record<Energy, string> = {
  low: 'a token, an emoji, or words that would fit any such line unchanged',
  attentive: 'on topic: answers, asks or names something of this very line',
  enthusiastic: 'shared feeling and more than one sign of engagement; to a worry, own feeling and a concrete act',
};

/** What the line was that is replied to, in words that are no labels. */
export const BID_IN_WORDS: Record<BidKind, string> = {
  repair: 'tries to mend a tense exchange',
  vulnerability: 'lets a worry, hurt or fatigue be seen',
  'good-news': 'tells something good that happened to them',
  affection: 'offers warmth',
  request: 'asks for help, a decision or time together',
  interest: "asks about the other's life",
  attention: 'shows or tells something',
  play: 'jokes or teases fondly',
};
