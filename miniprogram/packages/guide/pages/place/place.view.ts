import type { Place } from '@core/domain/guide/plan';
import type { KeptPlan } from '../../../../services/plan';
import { placeWhere } from '../../way.view';

/** A doctor, clinic or department that is found at a place. */
export interface FoundThere {
  readonly key: string;
  readonly name: string;
  readonly note: string;
}

export interface PlaceView {
  readonly name: string;
  readonly where: string;
  readonly there: readonly FoundThere[];
}

/** What the page of a place shows. */
export const placeView = (plan: KeptPlan, place: Place): PlaceView => ({
  name: place.name,
  where: placeWhere(plan, place),
  there: plan.findings
    .filter(({ placeId }) => placeId === place.placeId)
    .map(({ kind, id, name, note }) => ({ key: `${kind} ${id}`, name, note })),
});
