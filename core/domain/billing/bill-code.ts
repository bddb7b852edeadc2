/**
 * The code that leads to one bill: `BILL:` + bill (11) + expiry (4) + hospital (2) + signature (9) + check (1), 32
 * characters of a mini program code's scene. It names no person and means nothing without the hospital's key.
 */

export const BILL_CODE_PREFIX = 'BILL:';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';
const BILL_LENGTH = 11;
const EXPIRY_LENGTH = 4;
const HOSPITAL_LENGTH = 2;
export const SIGNATURE_LENGTH = 9;
const BODY_LENGTH = BILL_LENGTH + EXPIRY_LENGTH + HOSPITAL_LENGTH;
const LENGTH = BODY_LENGTH + SIGNATURE_LENGTH + 1;

const MINUTE_MS = 60_000;
/** 2025-01-01 in Shanghai; four digits reach until 2056. */
const EPOCH_MS = Date.UTC(2024, 11, 31, 16);

/** What only the hospital can make: its own sign, and its signature under a body. */
export interface BillCodeKey {
  /** Two digits that tell this hospital's environment from others. */
  readonly hospital: string;
  sign(body: string): string;
}

export type ReadBillCode =
  | { readonly state: 'valid'; readonly billNumber: string; readonly expiresAt: number }
  | { readonly state: 'expired'; readonly billNumber: string; readonly expiresAt: number }
  /** Whole, but of another hospital. */
  | { readonly state: 'foreign' }
  /** Not as any hospital wrote it. */
  | { readonly state: 'altered' };

/** The code of a bill (its 11 digits) until a minute; `expiresAt` is rounded up to a whole minute. */
export function writeBillCode(billNumber: string, expiresAt: number, key: BillCodeKey): string {
  const minute = Math.ceil((expiresAt - EPOCH_MS) / MINUTE_MS);
  const body = `${billNumber}${digitsOf(minute)}${key.hospital}`;
  const signed = `${body}${key.sign(body)}`;
  return `${BILL_CODE_PREFIX}${signed}${checkDigit(signed)}`;
}

/** Reads a code of any origin. Its last digit catches what was misread, so that a whole code of others is told from it. */
export function readBillCode(code: string, key: BillCodeKey, now: number): ReadBillCode {
  const text = code.startsWith(BILL_CODE_PREFIX) ? code.slice(BILL_CODE_PREFIX.length) : '';
  const signed = text.slice(0, -1);
  const isWhole = text.length === LENGTH && /^[\w-]+$/.test(text);
  if (!isWhole || text.at(-1) !== checkDigit(signed)) return { state: 'altered' };
  const body = signed.slice(0, BODY_LENGTH);
  if (body.slice(-HOSPITAL_LENGTH) !== key.hospital) return { state: 'foreign' };
  if (signed.slice(BODY_LENGTH) !== key.sign(body)) return { state: 'altered' };
  const minutes = numberOf(body.slice(BILL_LENGTH, BILL_LENGTH + EXPIRY_LENGTH));
  const expiresAt = EPOCH_MS + minutes * MINUTE_MS;
  const billNumber = body.slice(0, BILL_LENGTH);
  return { state: now < expiresAt ? 'valid' : 'expired', billNumber, expiresAt };
}

function digitsOf(value: number): string {
  let rest = value;
  let text = '';
  for (let index = 0; index < EXPIRY_LENGTH; index += 1) {
    text = DIGITS.charAt(rest % DIGITS.length) + text;
    rest = Math.floor(rest / DIGITS.length);
  }
  return text;
}

const numberOf = (text: string): number =>
  Array.from(text).reduce((value, digit) => value * DIGITS.length + DIGITS.indexOf(digit), 0);

/**
 * Each digit is weighted by an odd number: modulo 64 that is invertible, so any single digit that differs changes the sum.
 */
const checkDigit = (text: string): string =>
  DIGITS.charAt(
    Array.from(text).reduce((sum, digit, place) => sum + DIGITS.indexOf(digit) * (2 * place + 1), 7) %
      DIGITS.length,
  );
