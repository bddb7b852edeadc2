import { createHmac } from 'node:crypto';
import { requireKeys } from './keys';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const LENGTH = 24;

/** What the index is about: the same text under two purposes gives two unrelated indexes. */
export type IndexPurpose =
  | 'account'
  | 'patient'
  | 'phone'
  | 'name'
  | 'request'
  | 'appointment'
  | 'order'
  | 'admission'
  | 'stop'
  | 'attempts'
  | 'number'
  | 'role-code'
  | 'view'
  | 'consent'
  | 'pairing'
  | 'assistance'
  | 'help'
  | 'report'
  | 'pass'
  | 'pass-proof'
  | 'area-proof'
  | 'report-content';

/**
 * A keyed fingerprint by which a person can be found without being stored in clear: 120 bits, 24 letters and digits.
 * Safe inside an `_id`: without the key, even a list of all identity numbers does not reverse it.
 */
export function blindIndex(purpose: IndexPurpose, plain: string): string {
  const digest = createHmac('sha256', requireKeys().index).update(`${purpose}\n${plain}`, 'utf8').digest();
  return base32(digest).slice(0, LENGTH);
}

function base32(bytes: Uint8Array): string {
  let bits = 0;
  let value = 0;
  let text = '';
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xffff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(value >> bits) & 31] ?? '';
    }
  }
  return text;
}
