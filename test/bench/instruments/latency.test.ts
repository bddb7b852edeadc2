import { describe, expect, test } from '@jest/globals';
import { percentiles, quantile, spread } from '../../../bench/instruments/latency';

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => count - index);

describe('percentiles', () => {
  test('are measured values: the smallest that the share does not exceed', () => {
    expect(percentiles(upTo(100))).toEqual({ p50: 50, p99: 99 });
    expect(percentiles(upTo(1000))).toEqual({ p50: 500, p99: 990 });
    expect(percentiles([7])).toEqual({ p50: 7, p99: 7 });
  });

  test('of nothing are not a number', () => {
    expect(percentiles([])).toEqual({ p50: Number.NaN, p99: Number.NaN });
  });

  test('reach from the least to the greatest value', () => {
    expect(quantile([1, 2, 3], 0)).toBe(1);
    expect(quantile([1, 2, 3], 1)).toBe(3);
  });

  test('leave the series as it was', () => {
    const series = [3, 1, 2];
    percentiles(series);
    expect(series).toEqual([3, 1, 2]);
  });
});

describe('the spread of rounds', () => {
  test('is the middle, the least and the most', () => {
    expect(spread([5, 1, 9])).toEqual({ median: 5, least: 1, most: 9 });
    expect(spread([4, 1, 2, 9])).toEqual({ median: 3, least: 1, most: 9 });
  });
});
