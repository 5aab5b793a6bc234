import type { Reason } from '../../domain/nudge.ts';
import { followUp } from './follow-up.ts';
import { moreToSay } from './more-to-say.ts';
import { passedOver } from './passed-over.ts';
import { promise } from './promise.ts';
import type { Rule } from './rule.ts';
import { silence } from './silence.ts';

/** Every reason has its rule; the compiler finds the one you forgot. */
export const RULES = {
  'passed-over': passedOver,
  silence,
  'more-to-say': moreToSay,
  promise,
  'follow-up': followUp,
} satisfies Record<Reason, Rule>;
