import type { BidKind } from '../src/domain/bid.ts';
import type { DaySpan } from '../src/domain/dyad.ts';
import type { Reason } from '../src/domain/nudge.ts';

/** What one of two simulated people is like. Every share is a guess of ours, and is said to be one in docs/coaching.md. */
export interface Person {
  readonly zone: string;
  /** Asleep, and marked so for Nod. */
  readonly quiet: DaySpan;
  /** At work and marked so for Nod; none by default. */
  readonly away: readonly DaySpan[];
  readonly bidsADay: number;
  /** How often of each kind; the rest is as in `USUAL_KINDS`. */
  readonly kinds?: Readonly<Partial<Record<BidKind, number>>>;
  readonly answers: Readonly<Record<Answering, number>>;
  /** Share of answers that are more than a token; the others are brief. */
  readonly warmth: number;
  /** Meetings a day in which they cannot answer, and the share they tell Nod about. */
  readonly meetings?: { readonly aDay: number; readonly told: number };
  /** The share of whispers they open, and of those they act on. */
  readonly opens: number;
  readonly heeds: number;
  /** How much likelier an answer becomes with every whisper that helped. */
  readonly learns: number;
  readonly language?: 'spanish';
  /** Whether they want messages, and for what; all of it unless said otherwise. */
  readonly coaching?: boolean;
  readonly reasons?: readonly Reason[];
}

/** What somebody does with a bid once they see it. */
export type Answering = 'soon' | 'heart' | 'puts-off' | 'late' | 'past' | 'silent' | 'refuses';

const ATTENTIVE: Person['answers'] = { soon: 60, heart: 18, 'puts-off': 4, late: 8, past: 6, silent: 4, refuses: 0 };

/** Somebody who usually answers, sleeps from ten to eight as Nod assumes, and opens most of what Nod writes. */
const ATTENTIVE_PERSON: Person = {
  zone: 'Europe/Berlin',
  quiet: { from: 22 * 60, until: 8 * 60 },
  away: [],
  bidsADay: 4,
  answers: ATTENTIVE,
  warmth: 0.75,
  opens: 0.7,
  heeds: 0.7,
  learns: 0.02,
};

export function person(unlike: Partial<Person> = {}): Person {
  return { ...ATTENTIVE_PERSON, ...unlike };
}

/** How often people reach out with what; our guess, in the order of how everyday chats look. */
export const USUAL_KINDS: Readonly<Record<BidKind, number>> = {
  repair: 0,
  vulnerability: 10,
  'good-news': 12,
  affection: 18,
  request: 20,
  interest: 14,
  attention: 18,
  play: 8,
};
