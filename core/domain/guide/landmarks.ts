import { distance, type Point } from './bearing';
import type { Place } from './plan';

/** Farther away a landmark says nothing about a corner. */
const AT_A_CORNER_METRES = 7;
/** Who stands still and looks around sees this far. */
export const IN_SIGHT_METRES = 40;

interface LandmarkWish {
  /** Not these: they are named already. */
  readonly not?: ReadonlySet<string>;
  readonly within?: number;
}

/** The landmark that one sees from a point, the nearest first; null where there is none nearby. */
export function landmarkNear(
  places: readonly Place[],
  floorId: string,
  point: Point,
  { not = new Set<string>(), within = AT_A_CORNER_METRES }: LandmarkWish = {},
): Place | null {
  const near = places
    .filter((place) => place.landmark && place.floorId === floorId && !not.has(place.placeId))
    .map((place) => ({ place, away: distance(place, point) }))
    .filter(({ away }) => away <= within)
    .sort((a, b) => a.away - b.away);
  return near[0]?.place ?? null;
}

/** What somebody who is lost may see on a floor, in the plan's order. */
export const landmarksOn = (places: readonly Place[], floorId: string): readonly Place[] =>
  places.filter((place) => place.landmark && place.floorId === floorId);
