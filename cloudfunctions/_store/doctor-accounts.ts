import { Collection } from './collection';
import { isInForce, type RoleGrant } from './role-grants';

const collection = new Collection<RoleGrant>('role-grants');

/** One doctor uses few phones. */
const MOST = 10;

/** Accounts of those who are this doctor now. */
export async function accountsOfDoctor(practitionerId: string, now: number): Promise<string[]> {
  const found = await collection.find(
    { practitionerId, role: 'doctor', revokedAt: null },
    { limit: MOST, orderBy: ['issuedAt', 'desc'] },
  );
  const inForce = found.flatMap((grant) =>
    grant.accountId !== null && isInForce(grant, grant.accountId, now) ? [grant.accountId] : [],
  );
  return [...new Set(inForce)];
}
