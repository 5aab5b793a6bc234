import { describe, expect, it } from 'vitest';
import { messageId } from '../../src/domain/ids.ts';
import { HOUR } from '../../src/domain/time.ts';
import { apply } from '../../src/engine/apply.ts';
import { BEN, BID_END, dyadState, partnerState } from '../support/dyad-state.ts';

const NOTICE = { seq: 3, to: BEN, reason: 'recap', at: BID_END } as const;

/** Ben, whom Nod last wrote to then, and what is on its way to him; it never arrives. */
function undelivered(coachedAt?: number) {
  const [ana, ben] = [partnerState(), partnerState({ id: BEN, ...(coachedAt === undefined ? {} : { coachedAt }) })];
  const asked = { do: 'nudge-undelivered', seq: 3, madeAt: BID_END } as const;
  return apply(dyadState({ partners: [ana, ben], notices: [NOTICE] }), asked, {
    by: BEN,
    at: BID_END + HOUR,
    cursor: messageId('now'),
  }).state;
}

describe('a message that never arrived', () => {
  it('puts off no later whisper', () => {
    expect(undelivered(BID_END).partners[1]).not.toHaveProperty('coachedAt');
    expect(undelivered(BID_END - HOUR).partners[1].coachedAt).toBe(BID_END - HOUR);
  });

  it('is kept in mind no longer, a notice either', () => {
    expect(undelivered().notices).toEqual([]);
  });
});
