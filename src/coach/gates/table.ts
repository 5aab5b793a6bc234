import { BUDGET_GATES, OWN_BUDGET_GATES } from './budget.ts';
import { CADENCE_GATES } from './cadence.ts';
import { CALM_GATES, OWN_CALM_GATES } from './calm.ts';
import { CERTAINTY_GATES } from './certainty.ts';
import { CONSENT_GATES, REACH_GATES } from './consent.ts';
import type { Gate, OwnGate, PersonGate } from './gate.ts';

/** Every reason to stay silent, in the order in which they are asked. Source: design, "Coach". */
export const GATES: readonly Gate[] = [
  ...CONSENT_GATES,
  ...CALM_GATES,
  ...CERTAINTY_GATES,
  ...BUDGET_GATES,
  ...CADENCE_GATES,
];

/** Those among them that ask about the person alone, for messages that are about no moment. */
export const PERSON_GATES: readonly PersonGate[] = [...REACH_GATES, ...CALM_GATES, ...BUDGET_GATES];

/** Those that ask about the person's own side alone, and can be told to them. */
export const OWN_GATES: readonly OwnGate[] = [...REACH_GATES, ...OWN_CALM_GATES, ...OWN_BUDGET_GATES, ...CADENCE_GATES];
