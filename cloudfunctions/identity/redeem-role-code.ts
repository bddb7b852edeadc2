import type { identity } from '@core/contract/identity';
import { MINUTE_MS } from '@core/domain/calendar-day';
import { accept, refuse } from '@core/domain/result';
import { audited, COURIER_DELAY_MS, type CallContext } from '../_kernel/call-context';
import { CHANGED, untilSaved } from '../_kernel/retry';
import type { UseCase } from '../_kernel/serve';
import { signedInAccount } from '../_kernel/signed-in-account';
import { attempts } from '../_store/attempts';
import { catalogue } from '../_store/catalog';
import { grantIdOf, roleGrants, type RoleGrant } from '../_store/role-grants';
import { changeAccount } from './change-account';
import { meView } from './me-view';

const GUESSES = { maximum: 5, windowMs: 60 * MINUTE_MS };

/** Binds the role of a code to the caller. The grant is taken first, by one caller only; a repeated tap does the rest. */
export const redeemRoleCode: UseCase<typeof identity.procedures.redeemRoleCode> = async (input, context) => {
  if (!(await signedInAccount(context))) return refuse('SIGNED_OUT', null);
  const barred = await attempts.take(`role-code ${context.caller.accountId}`, GUESSES, context.now);
  if (barred) return refuse('TOO_MANY_ATTEMPTS', barred);
  const grantId = grantIdOf(input.code.replace(/[\s-]/g, '').toUpperCase());
  if (!(await takeGrant(grantId, context))) return refuse('ROLE_CODE_REJECTED', null);
  await attempts.giveBack(`role-code ${context.caller.accountId}`);

  const changed = await changeAccount({ procedure: 'redeemRoleCode', input }, context, (account) => ({
    change: { roleGrantIds: [...account.roleGrantIds.filter((id) => id !== grantId), grantId] },
  }));
  if (!changed.ok) return changed;
  const { rulePack } = await catalogue.current(context.now);
  return accept(await meView(changed.account, rulePack, context));
};

/** True where the grant is the caller's from now on, or was already. */
function takeGrant(grantId: string, context: CallContext): Promise<boolean> {
  return untilSaved(async () => {
    const grant = await roleGrants.findById(grantId);
    if (!grant || grant.revokedAt !== null) return false;
    if (grant.accountId !== null) return grant.accountId === context.caller.accountId;
    if (grant.codeExpiresAt <= context.now) return false;
    const taken: RoleGrant = {
      ...grant,
      accountId: context.caller.accountId,
      redeemedAt: context.now,
      audit: [...grant.audit, audited(context, 'role.redeem', grant.role)],
      outboxDueAt: context.now + COURIER_DELAY_MS,
    };
    return (await roleGrants.replace(taken)) ? true : CHANGED;
  });
}
