import type { report } from '@core/contract/report';
import { accept, refuse } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { laboratory } from '../_store/laboratory';

/** One item of the hospital's table, to be checked row by row. */
export const getItem: UseCase<typeof report.procedures.getItem> = async ({ code }, context) => {
  const { items } = await laboratory.current(context.now);
  const found = items.find((item) => item.code === code);
  return found ? accept(found) : refuse('NOT_FOUND', null);
};
