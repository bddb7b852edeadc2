import type { identity } from '@core/contract/identity';
import { accept, refuse } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { signedInAccount } from '../_kernel/signed-in-account';
import { changeHelpRequest } from './change-help-request';
import { helpView } from './help-view';

/** Takes one's own request out of the queue, also while a volunteer is on the way. */
export const cancelHelp: UseCase<typeof identity.procedures.cancelHelp> = async (input, context) => {
  const account = await signedInAccount(context);
  if (!account) return refuse('SIGNED_OUT', null);
  const changed = await changeHelpRequest({ procedure: 'cancelHelp', input }, context, (request) => {
    if (request.accountId !== account._id) return refuse('NOT_FOUND', null);
    const isOver = request.state === 'done' || request.state === 'cancelled';
    return isOver ? { same: request } : { next: { ...request, state: 'cancelled' as const } };
  });
  return changed.ok ? accept(await helpView(context)) : changed;
};
