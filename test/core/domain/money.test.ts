import { describe, expect, test } from '@jest/globals';
import { addFen, fen, formatFen, isFen, negateFen, ZERO_FEN } from '@core/domain/money';

describe('money', () => {
  test.each([0, 1, -1, 600, 1_000_000_000_000, -1_000_000_000_000])('%d is an amount of fen', (value) => {
    expect(isFen(value)).toBe(true);
    expect(fen(value)).toBe(value);
  });

  test.each([0.5, 1e12 + 1, Number.NaN, Infinity, 2 ** 53, '600', null, undefined, [6], 6n])(
    '%p is no amount of fen',
    (value) => {
      expect(isFen(value)).toBe(false);
      expect(() => fen(value as number)).toThrow(RangeError);
    },
  );

  test.each([
    [0, '¥0.00'],
    [5, '¥0.05'],
    [50, '¥0.50'],
    [600, '¥6.00'],
    [123_456, '¥1,234.56'],
    [1_234_567, '¥12,345.67'],
    [100_000_000, '¥1,000,000.00'],
    [-75, '-¥0.75'],
    [-1_234_567, '-¥12,345.67'],
  ])('%d fen are read as %s', (amount, text) => {
    expect(formatFen(fen(amount))).toBe(text);
  });

  test('sums are exact and stay inside the range of amounts', () => {
    expect(addFen()).toBe(ZERO_FEN);
    expect(addFen(fen(1), fen(2), fen(-3))).toBe(0);
    expect(() => addFen(fen(1e12), fen(1))).toThrow(RangeError);
  });

  test('nothing negated is nothing, not minus nothing', () => {
    expect(Object.is(negateFen(ZERO_FEN), 0)).toBe(true);
    expect(negateFen(fen(600))).toBe(-600);
  });
});
