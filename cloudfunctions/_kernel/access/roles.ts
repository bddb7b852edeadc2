import type { StaffRole } from '@core/contract/access';
import type { Account } from '../../_store/accounts';
import { isInForce, roleGrants, type RoleGrant } from '../../_store/role-grants';

/** The roles that an account has now. Read from the grants themselves, so that one taken back ends at once. */
export async function rolesInForce(account: Account, now: number): Promise<readonly RoleGrant[]> {
  if (!account.signedIn || account.roleGrantIds.length === 0) return [];
  const grants = await roleGrants.findByIds(account.roleGrantIds);
  return grants.filter((grant): grant is RoleGrant => grant !== null && isInForce(grant, account._id, now));
}

export const grantOf = (grants: readonly RoleGrant[], role: StaffRole): RoleGrant | undefined =>
  grants.find((grant) => grant.role === role);
