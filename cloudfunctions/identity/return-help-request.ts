import type { identity } from '@core/contract/identity';
import { accept, refuse } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { changeHelpRequest } from './change-help-request';
import { returned } from './leave-help';
import { volunteerDesk } from './volunteer-desk';

/** The volunteer cannot come after all: the request goes back to those who wait, so that somebody else does. */
export const returnHelpRequest: UseCase<typeof identity.procedures.returnHelpRequest> = async (
  input,
  context,
) => {
  const { accountId } = context.caller;
  const changed = await changeHelpRequest({ procedure: 'returnHelpRequest', input }, context, (request) => {
    if (request.takenBy !== accountId) return refuse('NOT_FOUND', null);
    return request.state === 'taken' ? { next: returned(request) } : { same: request };
  });
  return changed.ok ? accept(await volunteerDesk(context)) : changed;
};
