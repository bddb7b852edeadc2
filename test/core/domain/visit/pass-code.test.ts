import { createHmac } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { calendarDay } from '../../../../core/domain/calendar-day';
import { readPass, spokenPass, writePass } from '../../../../core/domain/visit/pass-code';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const prove = (text: string): string =>
  Array.from(createHmac('sha256', 'test').update(text).digest())
    .map((byte) => ALPHABET.charAt(byte % 32))
    .join('');
const TODAY = calendarDay('2026-03-10');
const code = writePass({ day: TODAY, finder: 'abcd2345' }, prove);

describe('a pass code', () => {
  test('is read back, however it is typed', () => {
    expect(code).toMatch(/^[A-Z2-7]{16}$/);
    expect(readPass(code, TODAY, prove)).toEqual({ state: 'valid', finder: 'ABCD2345' });
    expect(readPass(`PASS:${code}`, TODAY, prove).state).toBe('valid');
    expect(readPass(spokenPass(code).toLowerCase(), TODAY, prove).state).toBe('valid');
  });

  test('of another day is expired, not altered', () => {
    const yesterday = writePass({ day: calendarDay('2026-03-09'), finder: 'abcd2345' }, prove);
    expect(readPass(yesterday, TODAY, prove)).toEqual({ state: 'expired', day: '2026-03-09' });
  });

  test('with any one character changed is altered', () => {
    const change = fc.tuple(
      fc.nat(code.length - 1),
      fc.constantFrom(...Array.from(ALPHABET), '1', '-', '一'),
    );
    fc.assert(
      fc.property(change, ([place, letter]) => {
        const changed = code.slice(0, place) + letter + code.slice(place + 1);
        expect(readPass(changed, TODAY, prove).state).toBe(changed === code ? 'valid' : 'altered');
      }),
      { numRuns: 300 },
    );
    expect(readPass('', TODAY, prove).state).toBe('altered');
    expect(readPass(`${code}A`, TODAY, prove).state).toBe('altered');
  });
});
