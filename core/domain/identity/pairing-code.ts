import { accept, refuse, type Result } from '../result';

/** A short code by which one phone finds another. It opens nothing by itself: who holds it is asked before anything is given. */
export interface PairingCode {
  /** Whose phone shows it. */
  readonly accountId: string;
  readonly expiresAt: number;
  /** Who used it; it works once. */
  readonly takenBy: string | null;
}

export interface PairingRefusals {
  PAIRING_UNKNOWN: null;
  PAIRING_EXPIRED: null;
  PAIRING_USED: null;
  /** One's own. */
  PAIRING_OWN: null;
}

/** Whether somebody may use the code. Whoever used it first may do so again, as a repeated tap does. */
export function mayPair(
  code: PairingCode | null,
  accountId: string,
  now: number,
): Result<null, PairingRefusals> {
  if (code === null) return refuse('PAIRING_UNKNOWN', null);
  if (code.accountId === accountId) return refuse('PAIRING_OWN', null);
  if (code.takenBy === accountId) return accept(null);
  if (code.takenBy !== null) return refuse('PAIRING_USED', null);
  return now >= code.expiresAt ? refuse('PAIRING_EXPIRED', null) : accept(null);
}

const DIGITS = 8;

/** Eight decimal digits out of a fingerprint in letters and digits, for people who have to read them out. */
export function pairingDigits(fingerprint: string): string {
  let value = 0;
  for (const character of fingerprint) value = (value * 37 + parseInt(character, 36)) % 10 ** DIGITS;
  return String(value).padStart(DIGITS, '0');
}

/** 1234 5678 */
export const spokenCode = (code: string): string => code.replace(/(\d{4})(?=\d)/g, '$1 ');

/** What a scanned code says: its kind in front, then the digits, of any width. Anything else is null. */
export function readScanned(text: string, prefix: 'FAM' | 'HELP' | 'VOL'): string | null {
  const digits = text
    .normalize('NFKC')
    .trim()
    .replace(/^([A-Z]+):/, (whole, found: string) => (found === prefix ? '' : whole));
  const bare = digits.replaceAll(/\s/g, '');
  return new RegExp(`^\\d{${DIGITS}}$`).test(bare) ? bare : null;
}
