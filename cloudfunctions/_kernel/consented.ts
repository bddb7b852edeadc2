import type { ConsentDocument } from '@core/contract/identity';
import type { Account } from '../_store/accounts';

/** Whether the caller agreed to the current version and has not taken it back. */
export const consented = (account: Account, wanted: ConsentDocument): boolean =>
  account.consents.some(
    (consent) =>
      consent.documentId === wanted.id && consent.version === wanted.version && consent.withdrawnAt === null,
  );

/** Whether the caller agreed once and has taken it back: a newer version alone is no withdrawal. */
export const hasWithdrawn = ({ consents }: Account): boolean =>
  consents.length > 0 && consents.every(({ withdrawnAt }) => withdrawnAt !== null);
