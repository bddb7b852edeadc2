import { Collection, command } from './collection';
import { isInForce, type RoleGrant } from './role-grants';

const collection = new Collection<RoleGrant>('role-grants');

/** More phones are not looked for at once. */
const MOST = 200;

async function accountsInForce(condition: object, now: number): Promise<string[]> {
  const found = await collection.find(
    { ...condition, revokedAt: null },
    { limit: MOST, orderBy: ['issuedAt', 'desc'] },
  );
  const inForce = found.flatMap((grant) =>
    grant.accountId !== null && isInForce(grant, grant.accountId, now) ? [grant.accountId] : [],
  );
  return [...new Set(inForce)];
}

/** Accounts of those who are one of these doctors now. */
export const accountsOfDoctors = (practitionerIds: readonly string[], now: number): Promise<string[]> =>
  accountsInForce({ practitionerId: command().in(practitionerIds), role: 'doctor' }, now);

/** Accounts of those who run the hospital's service now. */
export const accountsOfAdministrators = (now: number): Promise<string[]> =>
  accountsInForce({ role: 'administrator' }, now);
