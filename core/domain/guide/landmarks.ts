import { distance, type Point } from './bearing';
import type { Place } from './plan';

/** Farther away a landmark says nothing about a corner. */
const NEAR_METRES = 7;

/** The landmark that one sees from a point, the nearest first; null where there is none nearby. */
export function landmarkNear(
  places: readonly Place[],
  floorId: string,
  point: Point,
  not: ReadonlySet<string> = new Set(),
): Place | null {
  const near = places
    .filter((place) => place.landmark && place.floorId === floorId && !not.has(place.placeId))
    .map((place) => ({ place, away: distance(place, point) }))
    .filter(({ away }) => away <= NEAR_METRES)
    .sort((a, b) => a.away - b.away);
  return near[0]?.place ?? null;
}

/** What somebody who is lost may see on a floor, in the plan's order. */
export const landmarksOn = (places: readonly Place[], floorId: string): readonly Place[] =>
  places.filter((place) => place.landmark && place.floorId === floorId);
