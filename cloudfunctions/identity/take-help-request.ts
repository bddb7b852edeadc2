import type { identity } from '@core/contract/identity';
import { MINUTE_MS } from '@core/domain/calendar-day';
import { helpState } from '@core/domain/identity/help-request';
import { accept, refuse } from '@core/domain/result';
import { grantOf, rolesInForce } from '../_kernel/access/roles';
import type { UseCase } from '../_kernel/serve';
import { mandateRules } from '../_store/mandate-rules';
import { changeHelpRequest } from './change-help-request';
import { volunteerDesk } from './volunteer-desk';

/** I am coming: one volunteer for each request, the first to say so. */
export const takeHelpRequest: UseCase<typeof identity.procedures.takeHelpRequest> = async (
  input,
  context,
) => {
  const { accountId } = context.caller;
  const grants = await rolesInForce(await context.account(), context.now);
  const takenLabel = grantOf(grants, 'volunteer')?.label ?? '';
  const { now } = context;
  const { comeMinutes, requestMinutes } = (await mandateRules.current(now)).assistance;
  const changed = await changeHelpRequest({ procedure: 'takeHelpRequest', input }, context, (request) => {
    const state = helpState(request, comeMinutes * MINUTE_MS, now);
    if (state === 'taken' && request.takenBy === accountId) return { same: request };
    if (state !== 'open') return refuse('HELP_TAKEN', null);
    const taken = { state: 'taken' as const, takenBy: accountId, takenLabel, takenAt: now };
    const expiresAt = Math.max(request.expiresAt, now + requestMinutes * MINUTE_MS);
    return { next: { ...request, ...taken, expiresAt } };
  });
  return changed.ok ? accept(await volunteerDesk(context)) : changed;
};
