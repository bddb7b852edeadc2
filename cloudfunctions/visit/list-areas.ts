import type { visit } from '@core/contract/visit';
import { accept } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { visitRules } from '../_store/visit-rules';
import { areaCodeOfToday } from './area-codes';
import { areaView } from './area-view';

/** The waiting areas, for the nurse to say where she is. */
export const listAreas: UseCase<typeof visit.procedures.listAreas> = async (_input, context) => {
  const { areas } = await visitRules(context.now);
  return accept(
    areas.map((area) => ({ ...areaView(area), codeOfToday: areaCodeOfToday(area.areaId, context.now) })),
  );
};
