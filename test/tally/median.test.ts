import { describe, expect, it } from 'vitest';
import { LATENCY_EDGES } from '../../src/domain/latency-bins.ts';
import { medianOfBins } from '../../src/tally/median.ts';

describe('the middle answer of weekly totals', () => {
  it('is within the edge that exactly half of them came within', () => {
    expect(medianOfBins([5, 0, 5])).toBe(LATENCY_EDGES[0]);
  });
});
