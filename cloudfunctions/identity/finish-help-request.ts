import type { identity } from '@core/contract/identity';
import { accept, refuse } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { changeHelpRequest } from './change-help-request';
import { volunteerDesk } from './volunteer-desk';

/** The volunteer who came says that it is done. */
export const finishHelpRequest: UseCase<typeof identity.procedures.finishHelpRequest> = async (
  input,
  context,
) => {
  const { accountId } = context.caller;
  const changed = await changeHelpRequest({ procedure: 'finishHelpRequest', input }, context, (request) => {
    if (request.takenBy !== accountId) return refuse('NOT_FOUND', null);
    return request.state === 'taken' ? { next: { ...request, state: 'done' as const } } : { same: request };
  });
  return changed.ok ? accept(await volunteerDesk(context)) : changed;
};
