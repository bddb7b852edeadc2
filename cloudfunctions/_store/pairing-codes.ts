import { DAY_MS } from '@core/domain/calendar-day';
import type { PairingCode } from '@core/domain/identity/pairing-code';
import { pairingDigits } from '@core/domain/identity/pairing-code';
import { blindIndex } from './blind-index';
import { Collection, command } from './collection';
import { DuplicateKeyError } from './store-errors';

/** family: may I act for you? · help: I want help · badge: I am a volunteer. */
export type PairingKind = 'family' | 'help' | 'badge';

/** `_id` is the keyed fingerprint of kind and code: the code itself is stored nowhere. */
export interface StoredPairingCode extends PairingCode {
  readonly _id: string;
  readonly kind: PairingKind;
}

const collection = new Collection<StoredPairingCode>('pairing-codes');
const TRIES = 8;

const idOf = (kind: PairingKind, code: string): string => `k${blindIndex('pairing', `${kind}\n${code}`)}`;

interface Wanted {
  readonly kind: PairingKind;
  readonly accountId: string;
  readonly requestId: string;
  readonly expiresAt: number;
  readonly now: number;
}

export interface MadeCode {
  readonly code: string;
  readonly expiresAt: number;
}

export const pairingCodes = {
  /**
   * Makes a code of eight digits. The same tap makes the same code, with the end it had first. Those that ended a day ago,
   * whosoever, go: until then one that is scanned too late can be told so.
   */
  async make({ kind, accountId, requestId, expiresAt, now }: Wanted): Promise<MadeCode> {
    await collection.removeAll({ expiresAt: command().lt(now - DAY_MS) });
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const code = pairingDigits(blindIndex('pairing', `${accountId}\n${requestId}\n${attempt}`));
      const _id = idOf(kind, code);
      try {
        await collection.insert({ _id, kind, accountId, expiresAt, takenBy: null });
        return { code, expiresAt };
      } catch (thrown) {
        if (!(thrown instanceof DuplicateKeyError)) throw thrown;
      }
      const found = await collection.findById(_id);
      if (found?.accountId === accountId) return { code, expiresAt: found.expiresAt };
    }
    throw new Error('No free code was found');
  },
  find: (kind: PairingKind, code: string) => collection.findById(idOf(kind, code)),
  /** False where somebody else was first. */
  async take(code: StoredPairingCode, accountId: string): Promise<boolean> {
    if (code.takenBy === accountId) return true;
    return collection.updateIf(code._id, { takenBy: null }, { takenBy: accountId });
  },
};
