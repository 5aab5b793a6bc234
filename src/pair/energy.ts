import type { BidKind } from '../domain/bid.ts';
import type { Energy } from '../domain/bid-response.ts';
import type { Relation } from './relation.ts';
import type { ReadText } from './reply-text.ts';
import type { Evidence, Sign } from './signs.ts';

/** What a toward reply is measured by. */
export interface Warmth {
  readonly kind: BidKind;
  readonly reply: ReadText;
  readonly relation: Relation;
  readonly evidence: Evidence;
}

/** Shared feeling. */
const FEELING: readonly Sign[] = ['ownFeeling', 'excited', 'emoji-celebrating', 'shouts'];
/** On vulnerability. */
const SHARED_PAIN: readonly Sign[] = ['ownFeeling', 'closeness', 'namesFeeling'];
/** Signs of engagement, each counted once. */
const ENGAGEMENT: readonly (readonly Sign[])[] = [
  ['asks'],
  ['plans', 'acts'],
  ['asksToShow'],
  ['shares', 'echoes'],
  ['praises'],
  ['exclaims', 'shouts', 'emoji-celebrating'],
  ['long'],
];
const GENERIC_WORDS = 6; // a longer reply has said something of its own, measured on labelled pairs
const GENERIC_CONTENT = 2;
/** A quip shouts and asks too ("BANDS. plural??"); shared feeling takes a little longer, or many marks. */
const QUIP_WORDS = 6;

/** How warm a toward reply is. Source: annotation guide, "Response". */
export function energyOf(warmth: Warmth): Energy {
  if (isEnthusiastic(warmth)) return 'enthusiastic';
  return isGeneric(warmth) ? 'low' : 'attentive';
}

function isEnthusiastic({ kind, reply, evidence }: Warmth): boolean {
  if (evidence.has('celebration')) return true;
  if (reply.words.length <= QUIP_WORDS && !evidence.has('exclaimsMuch')) return false;
  switch (kind) {
    case 'vulnerability':
      // One's own feeling and a concrete act; who comes at once shows the feeling by coming.
      return shows(evidence, ['acts', 'plans']) && shows(evidence, SHARED_PAIN);
    case 'repair':
      return (
        shows(evidence, ['ownPart', 'ownFeeling']) && shows(evidence, ['accepts', 'closeness']) && evidence.has('long')
      );
    case 'good-news':
    case 'affection':
    case 'request':
    case 'interest':
    case 'attention':
    case 'play': {
      const engaged = ENGAGEMENT.filter((signs) => shows(evidence, signs)).length;
      return engaged >= (shows(evidence, FEELING) ? 2 : 3);
    }
  }
}

/** Fits any bid of its kind unchanged: asks nothing, names nothing of this one, adds nothing of its own. */
function isGeneric({ reply, relation, evidence }: Warmth): boolean {
  if (relation.shared > 0 || evidence.has('asks') || evidence.has('asksMore') || evidence.has('promises')) return false;
  return reply.words.length <= GENERIC_WORDS && relation.content <= GENERIC_CONTENT;
}

function shows(evidence: Evidence, signs: readonly Sign[]): boolean {
  return signs.some((sign) => evidence.has(sign));
}
