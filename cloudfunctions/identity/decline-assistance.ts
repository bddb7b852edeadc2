import type { identity } from '@core/contract/identity';
import { endAssistance } from '@core/domain/identity/assistance';
import { accept, refuse } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { signedInAccount } from '../_kernel/signed-in-account';
import { changeAssistance } from './change-assistance';
import { helpView } from './help-view';

/** The patient's no. One that runs already is ended instead. */
export const declineAssistance: UseCase<typeof identity.procedures.declineAssistance> = async (
  input,
  context,
) => {
  const account = await signedInAccount(context);
  if (!account) return refuse('SIGNED_OUT', null);
  const changed = await changeAssistance({ procedure: 'declineAssistance', input }, context, (record) => {
    if (record.holderAccountId !== account._id) return refuse('NOT_FOUND', null);
    const by = record.startedAt === null ? 'declined' : 'patient';
    const next = endAssistance(record, by, context.now);
    return next === record ? { same: record } : { next };
  });
  return changed.ok ? accept(await helpView(context)) : changed;
};
