import type { AreaView } from '@core/contract/visit-views';
import type { Area } from '../_store/visit-rules';

/** An area as patients see it, without its code: who checks in has to be where the code is. */
export const areaView = ({ areaId, name, place, placeId }: Area): AreaView => ({
  areaId,
  name,
  place,
  placeId,
});
