import type { catalog } from '@core/contract/catalog';
import { accept, refuse } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { catalogue } from '../_store/catalog';

/** A doctor as patients see them. */
export const getPractitioner: UseCase<typeof catalog.procedures.getPractitioner> = async (input, context) => {
  const { practitioners } = await catalogue.current(context.now);
  const found = practitioners.find(({ practitionerId }) => practitionerId === input.practitionerId);
  return found ? accept(found) : refuse('NOT_FOUND', null);
};
