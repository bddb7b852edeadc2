import { isOwn, relativeConsent } from '../_kernel/access/relation';
import { accounts, type Account } from '../_store/accounts';
import { holdersOf } from '../_store/bound-accounts';

/**
 * Accounts that may open a patient's reports now: the patient's own, those of a young child's guardians, and relatives whose
 * consent covers reports. The same question as the kernel asks when one is opened.
 */
export async function readersOf(patientId: string, now: number): Promise<string[]> {
  const mayRead = async (account: Account): Promise<boolean> =>
    (await isOwn(account, patientId, now)) ||
    (await relativeConsent(account, { patientId, scope: 'reports' }, now)) !== null;
  const holders = await Promise.all((await holdersOf(patientId)).map(accounts.findById));
  const readers = await Promise.all(
    holders.map(async (account) => (account && (await mayRead(account)) ? [account._id] : [])),
  );
  return readers.flat();
}
