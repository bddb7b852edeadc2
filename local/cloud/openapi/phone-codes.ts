import { randomBytes } from 'node:crypto';

/** Codes by which a function learns the phone number a user agreed to give. */
export interface PhoneCodes {
  /** A code for this number: for one use, within five minutes of the virtual clock. */
  mint(phoneNumber: string): string;
  /** The number behind a code, which is then used up; undefined where it is unknown or too old. */
  redeem(code: string): string | undefined;
}

// WeChat, getPhoneNumber: valid for five minutes, to be used once.
const LIFETIME_MS = 5 * 60 * 1000;

/** Codes live in memory only: a restart makes the open ones invalid, as five minutes would. */
export function createPhoneCodes(now: () => number): PhoneCodes {
  const open = new Map<string, { phoneNumber: string; expiresAt: number }>();
  return {
    mint: (phoneNumber) => {
      for (const [code, { expiresAt }] of open) if (expiresAt <= now()) open.delete(code);
      const code = randomBytes(32).toString('hex');
      open.set(code, { phoneNumber, expiresAt: now() + LIFETIME_MS });
      return code;
    },
    redeem: (code) => {
      const found = open.get(code);
      open.delete(code);
      return found !== undefined && found.expiresAt > now() ? found.phoneNumber : undefined;
    },
  };
}
