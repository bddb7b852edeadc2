import type { visit } from '@core/contract/visit';
import { accept } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { visitRules } from '../_store/visit-rules';

/** What the hospital asks at the gate. */
export const getGateForm: UseCase<typeof visit.procedures.getGateForm> = async (_input, context) => {
  const { gate } = await visitRules(context.now);
  const { version, feverTenths, lowestTenths, highestTenths, questions } = gate;
  return accept({ version, feverTenths, lowestTenths, highestTenths, questions });
};
