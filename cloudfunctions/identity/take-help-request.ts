import type { identity } from '@core/contract/identity';
import { accept, refuse } from '@core/domain/result';
import { grantOf, rolesInForce } from '../_kernel/access/roles';
import type { UseCase } from '../_kernel/serve';
import { changeHelpRequest } from './change-help-request';
import { isWaiting } from './help-view';
import { volunteerDesk } from './volunteer-desk';

/** I am coming: one volunteer for each request, the first to say so. */
export const takeHelpRequest: UseCase<typeof identity.procedures.takeHelpRequest> = async (
  input,
  context,
) => {
  const { accountId } = context.caller;
  const grants = await rolesInForce(await context.account(), context.now);
  const takenLabel = grantOf(grants, 'volunteer')?.label ?? '';
  const changed = await changeHelpRequest({ procedure: 'takeHelpRequest', input }, context, (request) => {
    if (request.takenBy === accountId && request.state === 'taken') return { same: request };
    if (request.state !== 'open' || !isWaiting(request, context.now)) return refuse('HELP_TAKEN', null);
    const taken = { state: 'taken' as const, takenBy: accountId, takenLabel, takenAt: context.now };
    return { next: { ...request, ...taken } };
  });
  return changed.ok ? accept(await volunteerDesk(context)) : changed;
};
