import { describe, expect, test } from '@jest/globals';
import { dateOf } from '../../../../../local/cloud/in-process/program/date';

describe('the Date of a program', () => {
  const Own = dateOf(() => 86_400_000);

  test('shows its clock where nothing is given, and the given instant else', () => {
    expect(Own.now()).toBe(86_400_000);
    expect(new Own().getTime()).toBe(86_400_000);
    expect(new Own(0).toISOString()).toBe('1970-01-01T00:00:00.000Z');
    expect(new Own('2026-01-05T00:00:00Z').getTime()).toBe(Date.UTC(2026, 0, 5));
    expect(Own()).toBe(new Date(86_400_000).toString());
    expect(Own.UTC(2026, 0, 5)).toBe(Date.UTC(2026, 0, 5));
  });

  test('makes dates that are dates to everybody', () => {
    const date = new Own();
    expect(date instanceof Own && date instanceof Date).toBe(true);
    expect(new Date() instanceof Own).toBe(true);
    expect(date.constructor).toBe(Own);
    expect(Object.prototype.toString.call(date)).toBe('[object Date]');
    expect(JSON.stringify({ date })).toBe('{"date":"1970-01-02T00:00:00.000Z"}');
  });

  test('can be inherited from', () => {
    class Special extends Own {
      readonly kind = 'special';
    }
    const special = new Special();
    expect(special.kind).toBe('special');
    expect(special instanceof Special && special.getTime() === 86_400_000).toBe(true);
  });

  test('leaves the real one as it was', () => {
    expect(Math.abs(Date.now() - 86_400_000)).toBeGreaterThan(1e9);
    expect(new Date().constructor).toBe(Date);
  });
});
