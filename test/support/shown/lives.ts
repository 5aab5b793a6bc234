import { CONSENT_SCOPE, type LedgerEntry } from '../../../src/domain/consent.ts';
import { dyadId } from '../../../src/domain/ids.ts';
import { everythingOn } from '../../../src/domain/settings.ts';
import { DAY } from '../../../src/domain/time.ts';
import { CELEBRATIONS, SUPPORTS } from '../../../src/domain/wishes.ts';
import { texts } from '../../../src/texts/texts.ts';
import { type Life, NOW } from '../asker.ts';

/** What the couples of the scenes are like. */

/** What a line was set to, where it is more than on or off. */
const SET_TO: Readonly<Record<string, string>> = {
  host: 'Kim',
  readers: '3',
  zone: 'Europe/Berlin',
  quiet: '22:00–08:00',
  nudgesPerDay: '1',
  exceptions: 'play/tease, good-news/job',
  jokes: 'play 2',
  sign: '🫖',
  'card:low': 'comfort, company',
};

const KINDS = Object.keys(texts.mirror.me.gave) as (keyof typeof texts.mirror.me.gave)[];

export const NOBODY: Life = { settings: 'none' };
export const RESTING: Life = { listening: 'resting' };

/** Somebody who gave something of every kind, of some so much that it can be told in numbers. */
export const GIVING: Life = {
  mirror: KINDS.map((kind, index) => ({
    kind,
    count: index * 3 + 1,
    ...(index > 3 ? { numbers: numbersOf(index) } : {}),
  })),
  together: KINDS.map((kind, index) => ({ kind, amount: (['a few', 'many', 'lots'] as const)[index % 3] ?? 'many' })),
  kept: 'a few',
  ownWeek: KINDS.map((kind, index) => ({ kind, count: [1, 2, 4, 7, 16][index % 5] ?? 1 })),
};

/** Of the newest kinds it is not known how long the answers took. */
function numbersOf(index: number) {
  const warm = { share: 0.7, low: 0.45, high: 0.88 };
  return index > 5 ? { warm } : { medianSeconds: index * 900, warm };
}

/** Everything that can be chosen is chosen, and everything that can hold just now holds. */
export const FULL: Life = {
  busyUntil: NOW + 3 * 3_600_000,
  sign: '🫖',
  judge: 'cloud',
  settings: {
    recap: true,
    checkIn: true,
    checkInNumbers: true,
    ownMessages: true,
    numbers: true,
    nudgesPerDay: 2,
    away: [
      { from: 9 * 60, until: 12 * 60 },
      { from: 13 * 60, until: 17 * 60 },
    ],
    usual: [{ from: 20 * 60, until: 22 * 60 }],
    judge: 'cloud',
    judgeVulnerable: true,
    exceptions: ['good-news/cue', 'play/cue'],
    jokes: { play: 2 },
    wishes: { low: SUPPORTS, celebrate: CELEBRATIONS, shared: true },
  },
};

/** Nothing is chosen, and both have only what everybody begins with. */
export const BARE: Life = {
  settings: { coaching: false, reasons: [], typing: false, supportCard: true },
};

const lineOf = (about: string, to: string, index: number): LedgerEntry => {
  return { at: NOW - (60 - index) * DAY, about, to, scope: CONSENT_SCOPE, dyad: dyadId(1) };
};

/** Every line there can be in what somebody agreed to or set, and every value. */
export const WITH_LEDGER: Life = {
  ledger: [
    ...Object.keys(texts.ledger.about).map((about, index) => lineOf(about, SET_TO[about] ?? 'on', index)),
    ...Object.keys(texts.ledger.values).map((to, index) => lineOf('listening', to, 40 + index)),
    ...Object.keys(texts.ledger.aboutBefore).map((about) => ({ ...lineOf(about, 'on', 59), scope: 1 })),
  ],
};

/** What somebody takes along who has something of everything. */
export const TAKES_ALONG: Life = {
  takeAlong: {
    consents: [
      { to: 'listening', scope: 1 },
      { to: 'reason:promise', scope: 1 },
    ],
    settings: { ...everythingOn('Europe/Berlin'), exceptions: 2 },
    weeks: [{ week: '2026-W46', answers: 12, warm: 7 }],
    checkIns: [{ week: '2026-W46', understood: 6, 'took-seriously': 5, cared: 7 }],
  },
};
