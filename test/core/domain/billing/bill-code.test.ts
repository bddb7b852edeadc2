import { createHmac } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  readBillCode,
  SIGNATURE_LENGTH,
  writeBillCode,
  type BillCodeKey,
} from '@core/domain/billing/bill-code';

const NOW = Date.parse('2026-03-10T09:00:00+08:00');
const HOUR_MS = 3_600_000;
const digest = (key: string, text: string) => createHmac('sha256', key).update(text).digest('base64url');

const hospital = (name: string): BillCodeKey => ({
  hospital: digest(name, 'hospital').slice(0, 2),
  sign: (body) => digest(name, body).slice(0, SIGNATURE_LENGTH),
});
const ours = hospital('ours');
const BILL = 'aZ09-_bcdef';
const code = writeBillCode(BILL, NOW + HOUR_MS, ours);

const SCENE = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$&'()*+,/:;=?@-._~";

describe('the code of a bill', () => {
  test('fits a mini program code and holds no more than the bill, its end and the hospital', () => {
    expect(code).toHaveLength(32);
    expect(Array.from(code).filter((character) => !SCENE.includes(character))).toEqual([]);
  });

  test('is read by the hospital that wrote it, until its minute is over', () => {
    expect(readBillCode(code, ours, NOW)).toEqual({
      state: 'valid',
      billNumber: BILL,
      expiresAt: NOW + HOUR_MS,
    });
    expect(readBillCode(code, ours, NOW + HOUR_MS - 1).state).toBe('valid');
    expect(readBillCode(code, ours, NOW + HOUR_MS)).toMatchObject({ state: 'expired', billNumber: BILL });
  });

  test('of another hospital is told from an altered one', () => {
    expect(hospital('theirs').hospital).not.toBe(ours.hospital);
    expect(readBillCode(writeBillCode(BILL, NOW + HOUR_MS, hospital('theirs')), ours, NOW)).toEqual({
      state: 'foreign',
    });
  });

  test.each([
    '',
    'BILL:',
    'AREA:internal-2',
    code.slice(0, -1),
    `${code}A`,
    code.toLowerCase(),
    '号'.repeat(32),
  ])('is none where it reads “%s”', (text) =>
    expect(readBillCode(text, ours, NOW)).toEqual({ state: 'altered' }),
  );

  test('signed by guessing is altered', () => {
    const guessed = writeBillCode(BILL, NOW + HOUR_MS, { ...ours, sign: () => 'AAAAAAAAA' });
    expect(readBillCode(guessed, ours, NOW)).toEqual({ state: 'altered' });
  });

  test('is altered by any other character at any place, whatever the bill and its end', () => {
    const bill = fc.string({
      unit: fc.constantFrom(...Array.from('abcdefGHIJKL0123-_')),
      minLength: 11,
      maxLength: 11,
    });
    fc.assert(
      fc.property(
        bill,
        fc.integer({ min: 0, max: 20 * 365 * 24 }),
        fc.nat({ max: 31 }),
        fc.constantFrom(...Array.from(SCENE)),
        (number, hours, place, character) => {
          const whole = writeBillCode(number, NOW + hours * HOUR_MS, ours);
          const altered = whole.slice(0, place) + character + whole.slice(place + 1);
          const expected = altered === whole ? (hours > 0 ? 'valid' : 'expired') : 'altered';
          expect(readBillCode(altered, ours, NOW).state).toBe(expected);
        },
      ),
      { numRuns: 400 },
    );
  });
});
