import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCustomId, writeCustomId } from '../../../src/platforms/discord/custom-id.ts';

const word = fc.stringMatching(/^[a-z][a-z/-]{0,15}$/);
const carried = fc.record({
  path: word,
  action: word,
  id: fc.stringMatching(/^[a-z0-9.:]{0,30}$/),
  partner: fc.stringMatching(/^\d{1,20}$/),
});

describe('what a button carries', () => {
  it('comes back as it was written, colons in the id included', () => {
    fc.assert(
      fc.property(carried, (custom) => {
        expect(readCustomId(writeCustomId(custom))).toEqual(custom);
      }),
    );
  });

  it('refuses to be written longer than Discord takes', () => {
    const tooLong = { path: 'start', action: 'choose', id: 'x'.repeat(90), partner: '1' };

    expect(() => writeCustomId(tooLong)).toThrow(RangeError);
  });

  it.each(['', 'plain', 'a:b', 'a:b:c', ':b:c:1'])('is not read from %j, which Nod never made', (written) => {
    expect(readCustomId(written)).toBeUndefined();
  });
});
