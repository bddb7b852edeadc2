import { fullName } from '@core/domain/guide/place-names';
import type { Task } from '@core/domain/visit/task';
import type { KeptPlan } from '../plan';

/**
 * The tasks with their places in the hospital's words: what a doctor ordered names only the place's id, and the plan that
 * this phone keeps has its name. Without a plan the way is found by the id all the same.
 */
export function withPlaces(
  tasks: readonly Task[],
  plan: Pick<KeptPlan, 'places' | 'floors'> | null,
): readonly Task[] {
  if (plan === null) return tasks;
  return tasks.map((task) => {
    if (task.place !== null || task.placeId === null) return task;
    const place = plan.places.find(({ placeId }) => placeId === task.placeId);
    const floor = plan.floors.find(({ floorId }) => floorId === place?.floorId);
    return place ? { ...task, place: fullName(place, floor) } : task;
  });
}
