import { describe, expect, test } from '@jest/globals';
import { mayPair, pairingDigits, readScanned, spokenCode } from '@core/domain/identity/pairing-code';

const CODE = { accountId: 'asker', expiresAt: 1000, takenBy: null };

describe('a code between two phones', () => {
  test.each([
    { name: 'an unknown one', code: null, now: 0, error: 'PAIRING_UNKNOWN' },
    { name: 'one’s own', code: { ...CODE, accountId: 'me' }, now: 0, error: 'PAIRING_OWN' },
    { name: 'an old one', code: CODE, now: 1000, error: 'PAIRING_EXPIRED' },
    { name: 'one that was used', code: { ...CODE, takenBy: 'other' }, now: 0, error: 'PAIRING_USED' },
  ])('$name is refused', ({ code, now, error }) => {
    expect(mayPair(code, 'me', now)).toMatchObject({ ok: false, error });
  });

  test('works once, and again for the one who used it', () => {
    expect(mayPair(CODE, 'me', 999)).toMatchObject({ ok: true });
    expect(mayPair({ ...CODE, takenBy: 'me' }, 'me', 5000)).toMatchObject({ ok: true });
  });

  test('has eight digits that are spoken in two groups', () => {
    const digits = pairingDigits('abcdefghijklmnopqrstuvwx');
    expect(digits).toMatch(/^\d{8}$/);
    expect(pairingDigits('abcdefghijklmnopqrstuvwy')).not.toBe(digits);
    expect(spokenCode('12345678')).toBe('1234 5678');
  });

  test('is read from a picture or from what was typed, but not as another kind of code', () => {
    expect(readScanned('FAM:12345678', 'FAM')).toBe('12345678');
    expect(readScanned(' 1234 5678 ', 'FAM')).toBe('12345678');
    expect(readScanned('１２３４　５６７８', 'FAM')).toBe('12345678');
    expect(readScanned('HELP:12345678', 'FAM')).toBeNull();
    expect(readScanned('FAM:1234567', 'FAM')).toBeNull();
  });
});
