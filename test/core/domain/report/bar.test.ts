import { describe, expect, test } from '@jest/globals';
import { barOf } from '@core/domain/report/bar';
import { directionOf, lineOf, byTime, type TrendPoint } from '@core/domain/report/trend';
import fc from 'fast-check';

const bounds = fc
  .record({
    low: fc.option(fc.integer({ min: 1, max: 500 })),
    width: fc.integer({ min: 1, max: 500 }),
    open: fc.boolean(),
  })
  .map(({ low, width, open }) => ({ low, high: open && low !== null ? null : (low ?? 0) + width }));
const value = fc.double({ min: 0, max: 5000, noNaN: true });

describe('a range as a bar', () => {
  test('keeps every value on the bar, in order, and inside the usual part exactly where it is usual', () => {
    fc.assert(
      fc.property(bounds, value, value, (range, one, other) => {
        const [smaller, larger] = [barOf(Math.min(one, other), range), barOf(Math.max(one, other), range)];
        if (!smaller || !larger) throw new Error('A range without a bar');
        expect(smaller.at).toBeLessThanOrEqual(larger.at);
        for (const { at } of [smaller, larger]) {
          expect(at).toBeGreaterThanOrEqual(0);
          expect(at).toBeLessThanOrEqual(1);
        }
        const usual = (range.low === null || one >= range.low) && (range.high === null || one <= range.high);
        const drawn = barOf(one, range);
        if (!drawn) throw new Error('A range without a bar');
        const inside = drawn.at >= drawn.from && drawn.at <= drawn.to;
        // Next to a bound the two may be one pixel apart: a bar says no more than that.
        if (usual) expect(inside).toBe(true);
        else expect(drawn.at < drawn.from + 1e-9 || drawn.at > drawn.to - 1e-9).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('there is none without bounds', () => {
    expect(barOf(5, { low: null, high: null })).toBeNull();
    expect(barOf(5, { low: 7, high: 7 })).toBeNull();
  });
});

const point = (at: number, of: number): TrendPoint => ({
  reportId: `r${String(at)}`,
  at,
  value: of,
  comparator: null,
  level: 'normal',
  bounds: { low: 100, high: 200 },
});

describe('a trend', () => {
  test('is read in the order of time, and a small change is none', () => {
    const points = byTime([point(3, 150), point(1, 120), point(2, 149)]);
    expect(points.map(({ at }) => at)).toEqual([1, 2, 3]);
    expect(directionOf(points)).toBe('steady');
    expect(directionOf([point(1, 120), point(2, 160)])).toBe('rising');
    expect(directionOf([point(1, 160), point(2, 120)])).toBe('falling');
    expect(directionOf([point(1, 160)])).toBeNull();
    expect(directionOf([point(1, 160), { ...point(2, 120), comparator: '<' }])).toBeNull();
  });

  test('is drawn inside of its square with the usual part', () => {
    const line = lineOf([point(10, 90), point(20, 250)]);
    expect(line.points.map(({ x }) => x)).toEqual([0, 1]);
    for (const { y } of line.points) expect(y).toBeGreaterThanOrEqual(0.1 - 1e-9);
    expect(line.band?.from).toBeGreaterThan(line.points[0]?.y ?? 1);
    expect(line.band?.to).toBeLessThan(line.points[1]?.y ?? 0);
    expect(lineOf([point(10, 90)]).points[0]?.x).toBe(0.5);
  });
});
