import type { clinic } from '@core/contract/clinic';
import { accept } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { wards } from '../_store/wards';

/** Where a patient can be registered for a bed. */
export const listWards: UseCase<typeof clinic.procedures.listWards> = async (_input, context) => {
  const list = await wards.current(context.now);
  return accept(list.map(({ wardId, name }) => ({ wardId, name })));
};
