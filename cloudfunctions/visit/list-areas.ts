import type { visit } from '@core/contract/visit';
import type { AreaView } from '@core/contract/visit-views';
import { accept } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { visitRules, type Area } from '../_store/visit-rules';

export const areaView = ({ areaId, name, place, placeId }: Area): AreaView => ({
  areaId,
  name,
  place,
  placeId,
});

/** The waiting areas, for the nurse to say where she is. */
export const listAreas: UseCase<typeof visit.procedures.listAreas> = async (_input, context) => {
  const { areas } = await visitRules(context.now);
  return accept(areas.map(areaView));
};
