import { describe, expect, it } from 'vitest';
import { messageId } from '../../src/domain/ids.ts';
import { SECOND } from '../../src/domain/time.ts';
import { burstEndsAt, gather, joins, type Posted, without } from '../../src/gather/gather.ts';
import { ANA, BEN, BID_END } from '../support/dyad-state.ts';

const posted = (seconds: number, by = ANA): Posted => ({
  by,
  at: BID_END + seconds * SECOND,
  id: messageId(`${by}-${seconds}`),
});

describe('a burst', () => {
  it('takes in a message exactly 90 seconds after its last one', () => {
    const burst = gather(gather(undefined, posted(0)), posted(80));

    const joined = gather(burst, posted(170));

    expect(joined).toEqual({
      by: ANA,
      messages: [posted(0).id, posted(80).id, posted(170).id],
      startedAt: BID_END,
      endedAt: BID_END + 170 * SECOND,
    });
  });

  it('is over a millisecond later', () => {
    const burst = gather(undefined, posted(0));

    const late = { ...posted(90), at: burst.endedAt + 90 * SECOND + 1 };

    expect(burstEndsAt(burst)).toBe(late.at);
    expect(joins(burst, late)).toBe(false);
    expect(gather(burst, late)).toEqual(gather(undefined, late));
  });

  it('is over with a message of the other, however soon', () => {
    const burst = gather(undefined, posted(0));

    expect(joins(burst, posted(1, BEN))).toBe(false);
    expect(gather(burst, posted(1, BEN)).by).toBe(BEN);
  });

  it('keeps its times when a message of it is deleted', () => {
    const burst = gather(gather(undefined, posted(0)), posted(20));

    expect(without(burst, posted(20).id)).toEqual({ ...burst, messages: [posted(0).id] });
    expect(without(burst, posted(99).id)).toEqual(burst);
  });

  it('is gone with its last message', () => {
    expect(without(gather(undefined, posted(0)), posted(0).id)).toBeUndefined();
  });
});
