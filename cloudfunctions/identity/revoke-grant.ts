import { audited, COURIER_DELAY_MS, type WorkContext } from '../_kernel/call-context';
import { CHANGED, untilSaved } from '../_kernel/retry';
import { roleGrants } from '../_store/role-grants';

/** Takes a role back, or its unused code: one change of one document. False where there is none; repeating it changes nothing. */
export function revokeGrant(grantId: string, context: WorkContext): Promise<boolean> {
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
