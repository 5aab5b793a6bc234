import type { BidKind } from '../../domain/bid.ts';
import { plural } from './plural.ts';
import { times } from './times.ts';

/** From how many times on "many" and "lots" are said; our choice, so that small counts do not sound large. */
const MANY = 6;
const LOTS = 15;

interface Numbers {
  readonly medianSeconds?: number;
  readonly warm: { readonly share: number; readonly low: number; readonly high: number };
}

const percent = (share: number) => `${Math.round(share * 100)} %`;

/** What `/nod me` and `/nod us` say. */
export const mirror = {
  me: {
    heading: {
      week: '**What you gave in the last week**',
      month: '**What you gave in the last month**',
      'three-months': '**What you gave in the last three months**',
    },
    /** One fixed sentence per kind, always about what the reader gave. */
    gave: {
      repair: 'You helped to make things good again',
      vulnerability: 'You were there when something was hard',
      'good-news': 'You shared the joy of good news',
      affection: 'You returned something loving',
      request: 'You took up something you were asked for',
      interest: 'You answered when you were asked about your days',
      attention: 'You looked when you were shown something',
      play: 'You played along',
    } satisfies Record<BidKind, string>,
    times(count: number): string {
      if (count === 1) return 'once';
      if (count === 2) return 'twice';
      if (count < MANY) return 'a few times';
      return count < LOTS ? 'many times' : 'lots of times';
    },
    exactly: (count: number) => plural(count, { one: '# time', other: '# times' }),
    numbers({ medianSeconds, warm }: Numbers): string {
      const share = `About ${percent(warm.share)} of these answers were more than a quick sign (anything from ${percent(warm.low)} to ${percent(warm.high)} fits so far).`;
      if (medianSeconds === undefined) return share;
      return `Half of them came within ${times.duration(medianSeconds)} of time in which you could answer. ${share}`;
    },
    tooFew: 'Too few to tell more.',
    numbersOff: 'Numbers are off for you; `/nod settings` switches them on.',
    empty: 'There is nothing to show for this time yet.',
  },
  us: {
    heading: '**What you two shared**',
    /** Said only where each of the two gave enough; the same for both readers. */
    shared: {
      repair: 'You made things good again',
      vulnerability: 'You were there for each other when something was hard',
      'good-news': 'You were glad together about good news',
      affection: 'You said loving things',
      request: 'You helped each other out',
      interest: 'You asked about each other’s days, and answered',
      attention: 'You showed each other things, and looked',
      play: 'You played together',
    } satisfies Record<BidKind, string>,
    /** Of four weeks together, since such promises are few. */
    kept: (amount: string) => `When something had to wait, you came back to it, ${amount} in four weeks.`,
    amount: { 'a few': 'a few times', many: 'many times', lots: 'lots of times' },
    empty:
      'There is nothing to say about the two of you yet. Only closed weeks are told, two days later, and only in words.',
  },
} as const;
