import type { identity } from '@core/contract/identity';
import { accept, refuse } from '@core/domain/result';
import { audited, COURIER_DELAY_MS } from '../_kernel/call-context';
import { CHANGED, untilSaved } from '../_kernel/retry';
import type { UseCase } from '../_kernel/serve';
import { roleGrants } from '../_store/role-grants';
import { roleLines } from './role-lines';

/** Takes a role back, or its unused code. One change of one document: it holds from this instant. */
export const revokeRole: UseCase<typeof identity.procedures.revokeRole> = async (input, context) => {
  const isKnown = await untilSaved(async () => {
    const grant = await roleGrants.findById(input.grantId);
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
  return isKnown ? accept(await roleLines(context.now)) : refuse('NOT_FOUND', null);
};
