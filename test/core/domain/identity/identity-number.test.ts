import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { calendarDay } from '@core/domain/calendar-day';
import { checkCharacterOf, checkIdentityNumber } from '@core/domain/identity/identity-number';

const TODAY = calendarDay('2026-03-10');
/** Region codes beginning with 99 were never assigned. */
const number = (birth: string, serial = '001'): string => {
  const first17 = `990099${birth}${serial}`;
  return `${first17}${checkCharacterOf(first17)}`;
};
const check = (text: string) => checkIdentityNumber(text, TODAY);
const withCheckX = Array.from({ length: 99 }, (_, serial) =>
  number('19900101', String(serial + 1).padStart(3, '0')),
).find((text) => text.endsWith('X'));

describe('an identity number', () => {
  test('says when its holder was born and of which sex they are', () => {
    expect(check(number('19900101', '001'))).toEqual({
      ok: true,
      value: { normalized: number('19900101', '001'), birthDate: '1990-01-01', gender: 'male' },
    });
    expect(check(number('20240229', '002'))).toMatchObject({
      value: { birthDate: '2024-02-29', gender: 'female' },
    });
  });

  test('may be typed with a lower-case x, blanks, full-width blanks and dashes', () => {
    if (!withCheckX) throw new Error('No number of the sample ends in X');
    const typed = [
      withCheckX.toLowerCase(),
      ` ${withCheckX} `,
      `${withCheckX.slice(0, 6)} ${withCheckX.slice(6, 14)} ${withCheckX.slice(14)}`,
      `${withCheckX.slice(0, 6)}-${withCheckX.slice(6)}\u3000`,
    ];
    for (const text of typed) expect(check(text)).toMatchObject({ value: { normalized: withCheckX } });
  });

  test.each([
    ['', 'IDENTITY_NUMBER_LENGTH'],
    ['99009919900101001', 'IDENTITY_NUMBER_LENGTH'],
    [`${number('19900101')}0`, 'IDENTITY_NUMBER_LENGTH'],
    ['990099900101001', 'IDENTITY_NUMBER_LENGTH'],
    ['99009919900101A017', 'IDENTITY_NUMBER_CHARACTERS'],
    ['X90099199001010017', 'IDENTITY_NUMBER_CHARACTERS'],
    [`${number('19900101').slice(0, 17)}Y`, 'IDENTITY_NUMBER_CHARACTERS'],
    ['９９００９９１９９００１０１００１７', 'IDENTITY_NUMBER_CHARACTERS'],
    [number('19901301'), 'IDENTITY_NUMBER_BIRTH_DATE'],
    [number('19900230'), 'IDENTITY_NUMBER_BIRTH_DATE'],
    [number('20230229'), 'IDENTITY_NUMBER_BIRTH_DATE'],
    [number('00000000'), 'IDENTITY_NUMBER_BIRTH_DATE'],
    [number('20260311'), 'IDENTITY_NUMBER_BIRTH_DATE'],
    [number('18950309'), 'IDENTITY_NUMBER_BIRTH_DATE'],
  ])('%p is refused as %s', (text, error) => {
    expect(check(text)).toEqual({ ok: false, error, detail: null });
  });

  test('a person born today has one, and so has one of 130 years', () => {
    expect(check(number('20260310')).ok).toBe(true);
    expect(check(number('18960310')).ok).toBe(true);
  });

  test('any single wrong digit, and any two neighbours exchanged, are noticed', () => {
    const position = fc.integer({ min: 0, max: 16 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999 }),
        position,
        fc.integer({ min: 1, max: 9 }),
        (serial, at, by) => {
          const right = number('19900101', String(serial).padStart(3, '0'));
          const digit = String((Number(right[at]) + by) % 10);
          expect(check(right.slice(0, at) + digit + right.slice(at + 1)).ok).toBe(false);
          const [a = '', b = ''] = [right[at], right[at + 1]];
          if (a !== b) expect(check(right.slice(0, at) + b + a + right.slice(at + 2)).ok).toBe(false);
        },
      ),
    );
  });

  test('has a check character by which the weighted sum leaves one (ISO 7064, MOD 11-2)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), (serial) => {
        const text = number('19900101', String(serial).padStart(3, '0'));
        const values = Array.from(text, (character) => (character === 'X' ? 10 : Number(character)));
        const sum = values.reduce((total, value, index) => total + value * 2 ** (17 - index), 0);
        expect(sum % 11).toBe(1);
      }),
    );
  });
});
