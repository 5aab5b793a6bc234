import { CRISIS_ELSEWHERE } from './crisis-elsewhere.ts';
import { CRISIS_IN_EUROPE } from './crisis-in-europe.ts';
import type { SupportLine } from './support-line.ts';

/** Where somebody listens, for whoever would like a person to talk to. How the lines were found: docs/support-lines.md. */
export const CRISIS_LINES: readonly SupportLine[] = [...CRISIS_IN_EUROPE, ...CRISIS_ELSEWHERE];
