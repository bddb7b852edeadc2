import type { clinic } from '@core/contract/clinic';
import { refuse } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { settleStop } from './settle-stop';

/** The doctor comes after all. */
export const withdrawStop: UseCase<typeof clinic.procedures.withdrawStop> = async (input, context) => {
  const { practitionerId } = context.authority;
  const mayTouch = (record: { readonly practitionerId: string }) => record.practitionerId === practitionerId;
  const settled = await settleStop(
    { procedure: 'withdrawStop', command: 'withdraw', input, note: null, mayTouch },
    context,
  );
  if (!settled.ok && settled.error === 'SESSION_OVER') return refuse('NOT_FOUND', null);
  return settled;
};
