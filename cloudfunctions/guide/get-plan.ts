import type { guide } from '@core/contract/guide';
import { accept } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { versionedPlan } from './plan-version';

/** What can be found in the hospital; nothing where the phone knows this version already. */
export const getPlan: UseCase<typeof guide.procedures.getPlan> = async ({ known }, context) => {
  const { version, waysVersion, plan, findings } = await versionedPlan(context.now);
  if (known === version) return accept({ version, waysVersion, directory: null });
  const { buildings, floors, places } = plan;
  return accept({ version, waysVersion, directory: { buildings, floors, places, findings } });
};
