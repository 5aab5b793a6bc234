import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byAge, cursorAt, timeOf } from '../../../src/platforms/discord/snowflake.ts';

const ms = fc.integer({ min: 1_420_070_400_001, max: 4_000_000_000_000 });
const counter = fc.integer({ min: 0, max: 2 ** 22 - 1 });

function idAt(at: number, count: number): string {
  return String((BigInt(at - 1_420_070_400_000) << 22n) + BigInt(count));
}

describe('the time in an id', () => {
  it('is read from the example of the Discord reference', () => {
    expect(timeOf('175928847299117063')).toBe(1_462_015_105_796);
  });

  it('puts a cursor before everything at or after the instant, and after everything earlier', () => {
    fc.assert(
      fc.property(ms, counter, (at, count) => {
        const cursor = BigInt(cursorAt(at));

        expect(cursor < BigInt(idAt(at, count))).toBe(true);
        expect(cursor >= BigInt(idAt(at - 1, count))).toBe(true);
      }),
    );
  });

  it('starts at nothing for times before Discord', () => {
    expect(cursorAt(0)).toBe('0');
  });

  it('orders ids by number, not by letter', () => {
    const ids = [{ id: '100' }, { id: '99' }, { id: '175928847299117063' }].sort(byAge).map(({ id }) => id);

    expect(ids).toEqual(['99', '100', '175928847299117063']);
  });
});
