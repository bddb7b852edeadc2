import { grantOf, rolesInForce } from '../_kernel/access/roles';
import { audited, COURIER_DELAY_MS, type WorkContext } from '../_kernel/call-context';
import { CHANGED, untilSaved } from '../_kernel/retry';
import { accounts } from '../_store/accounts';
import { roleGrants } from '../_store/role-grants';
import { returnTakenHelp } from './leave-help';
import { stopAssistance } from './stop-assistance';

/**
 * Takes a role back, or its unused code: one change of one document, after which it allows nothing. What a volunteer was busy
 * with ends too, so that no patient waits for them. False where there is none; repeating it changes nothing.
 */
export async function revokeGrant(grantId: string, context: WorkContext): Promise<boolean> {
  const isRevoked = await revoke(grantId, context);
  if (isRevoked) await endVolunteering(grantId, context);
  return isRevoked;
}

async function endVolunteering(grantId: string, context: WorkContext): Promise<void> {
  const grant = await roleGrants.findById(grantId);
  const account =
    grant?.role === 'volunteer' && grant.accountId ? await accounts.findById(grant.accountId) : null;
  if (!account || grantOf(await rolesInForce(account, context.now), 'volunteer')) return;
  if (account.assistanceId !== null) await stopAssistance(account.assistanceId, 'hospital', context);
  await returnTakenHelp(account._id, context);
}

function revoke(grantId: string, context: WorkContext): Promise<boolean> {
  return untilSaved(async () => {
    const grant = await roleGrants.findById(grantId);
    if (!grant) return false;
    if (grant.revokedAt !== null) return true;
    const revoked = {
      ...grant,
      revokedAt: context.now,
      audit: [...grant.audit, audited(context, 'role.revoke', grant.role)],
      outboxDueAt: context.now + COURIER_DELAY_MS,
    };
    return (await roleGrants.replace(revoked)) ? true : CHANGED;
  });
}
