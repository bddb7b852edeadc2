import type { RoleLine } from '@core/contract/identity';
import { roleGrants, type RoleGrant } from '../_store/role-grants';

const LISTED = 200;

/** The roles given out, the latest first. */
export async function roleLines(now: number): Promise<RoleLine[]> {
  const grants = await roleGrants.findLatest(LISTED);
  return grants.map((grant) => ({
    grantId: grant._id,
    role: grant.role,
    practitionerId: grant.practitionerId,
    label: grant.label,
    state: stateOf(grant, now),
    issuedAt: grant.issuedAt,
    redeemedAt: grant.redeemedAt,
    revokedAt: grant.revokedAt,
  }));
}

function stateOf(grant: RoleGrant, now: number): RoleLine['state'] {
  if (grant.revokedAt !== null) return 'revoked';
  if (grant.accountId === null) return grant.codeExpiresAt <= now ? 'lapsed' : 'waiting';
  return grant.expiresAt !== null && grant.expiresAt <= now ? 'ended' : 'in-force';
}
