import {
  hasDaysAway,
  hasFights,
  hasFlood,
  hasRisks,
  hasTenderEvenings,
  rotatesShifts,
  usesSwitches,
} from './episodes.ts';
import type { Life } from './life.ts';
import { type Person, person } from './people.ts';

/** A couple with a way of being together. */
export interface Couple {
  readonly name: string;
  readonly ana: Person;
  readonly ben: Person;
  /** The share of evenings on which they talk where Nod cannot hear it. */
  readonly talks: number;
  /** What else happens, asked once a day. */
  readonly episodes: readonly ((life: Life, day: number) => void)[];
}

const AVOIDANT: Person['answers'] = { soon: 22, heart: 8, 'puts-off': 3, late: 7, past: 40, silent: 18, refuses: 2 };
const BUSY: Person['answers'] = { soon: 40, heart: 12, 'puts-off': 22, late: 12, past: 6, silent: 8, refuses: 0 };
const SELDOM: Person['answers'] = { soon: 8, heart: 4, 'puts-off': 0, late: 4, past: 10, silent: 74, refuses: 0 };
const IRRITATED: Person['answers'] = { soon: 40, heart: 8, 'puts-off': 3, late: 10, past: 22, silent: 10, refuses: 7 };

function couple(name: string, unlike: Partial<Couple> = {}): Couple {
  return { name, ana: person(), ben: person(), talks: 0.2, episodes: [], ...unlike };
}

/** Everybody who is simulated. */
export const COUPLES: readonly Couple[] = [
  couple('attentive'),
  couple('busy', { ben: person({ answers: BUSY, meetings: { aDay: 3, told: 0.5 } }) }),
  couple('laconic', { ben: person({ warmth: 0.04, bidsADay: 2 }) }),
  couple('avoidant', { ben: person({ answers: AVOIDANT, bidsADay: 2, heeds: 0.5, warmth: 0.4 }) }),
  couple('long-distance', {
    ...{ ana: person(), ben: person({ zone: 'America/New_York', answers: IRRITATED }), talks: 0 },
  }),
  couple('shift workers', {
    ...{ ana: person({ answers: BUSY }), ben: person({ answers: BUSY }), episodes: [rotatesShifts] },
  }),
  couple('one-sided', {
    ...{ ana: person({ bidsADay: 7, opens: 0.9 }), ben: person({ bidsADay: 0, answers: AVOIDANT, opens: 0.3 }) },
  }),
  couple('pressuring', { ana: person({ bidsADay: 6 }), ben: person({ answers: AVOIDANT }), episodes: [hasFlood] }),
  couple('in a fight', { ben: person({ answers: IRRITATED }), episodes: [hasFights] }),
  couple('a risk', { ben: person({ answers: AVOIDANT }), episodes: [hasRisks] }),
  couple('tender evenings', { ben: person({ answers: IRRITATED }), episodes: [hasTenderEvenings] }),
  couple('another language', {
    ...{ ana: person(), ben: person({ language: 'spanish', answers: IRRITATED }) },
  }),
  couple('never answering', { ben: person({ answers: SELDOM, opens: 0.2 }), episodes: [hasDaysAway] }),
  couple('pauses and snoozes', { ben: person({ answers: AVOIDANT }), episodes: [usesSwitches] }),
  couple('growing', { ben: person({ answers: AVOIDANT, opens: 0.95, heeds: 0.9, learns: 0.08 }), talks: 0.1 }),
];
