import { createOpenAiJudge, type JudgeTerms } from '../../../src/judges/openai/judge.ts';
import { SILENT_LOG } from '../../../src/ports/log.ts';
import { createVirtualClock } from '../../support/clock.ts';

export const NOON = Date.parse('2026-03-02T12:00:00Z');

/** A judge that asks the stand-in, with room to spend. */
export function judgeAt(url: string, more: Partial<JudgeTerms> = {}) {
  return createOpenAiJudge({
    url,
    model: 'stand-in',
    key: 'key-of-the-host',
    plain: false,
    dailyTokens: { total: 1_000_000, each: 1_000_000 },
    clock: createVirtualClock(NOON),
    log: SILENT_LOG,
    ...more,
  });
}
