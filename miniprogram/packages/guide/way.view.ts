import type { Point } from '@core/domain/guide/bearing';
import { directionsOf, type Direction } from '@core/domain/guide/directions';
import { fullName, whereabouts } from '@core/domain/guide/place-names';
import type { Mobility, Place } from '@core/domain/guide/plan';
import { legsOf, type Leg } from '@core/domain/guide/route';
import type { KeptPlan } from '../../services/plan';
import { spokenMinutes, Wording, type DirectionWords } from './direction-words';
import type { PlanPicture } from './plan-painter';
import { walksOf } from './walks';

export interface FloorTab {
  readonly floorId: string;
  readonly name: string;
}

/** A way as the page shows it. */
export interface WayView {
  /** 约 3 分钟，150 米 */
  readonly length: string;
  readonly steps: readonly DirectionWords[];
  readonly floors: readonly FloorTab[];
}

/** A way with what drawing it needs; it never travels to the page as a whole. */
export interface FoundWay {
  readonly from: Place;
  readonly to: Place;
  readonly directions: readonly Direction[];
  readonly legs: readonly Leg[];
  readonly view: WayView;
}

const floorOf = (plan: KeptPlan, floorId: string) => plan.floors.find((floor) => floor.floorId === floorId);

export interface Ends {
  readonly from: Place;
  readonly to: Place;
}

/** The quickest way in words and lines; null where none leads there for this person. */
export function findWay(plan: KeptPlan, { from, to }: Ends, how: Mobility): FoundWay | null {
  const walk = walksOf(plan, how)(from, to);
  if (walk === null) return null;
  const levels = new Map(plan.floors.map(({ floorId, level }) => [floorId, level]));
  const directions = directionsOf({ from, to, walk }, plan.places, levels);
  const wording = new Wording(plan, from, to);
  const legs = legsOf(walk, from);
  const shown = [...new Set(legs.map(({ floorId }) => floorId))];
  return {
    from,
    to,
    directions,
    legs,
    view: {
      length: `${spokenMinutes(walk.seconds)}，${walk.metres} 米`,
      steps: directions.map((direction, at) => wording.of(direction, directions[at - 1])),
      floors: shown.map((floorId) => ({ floorId, name: floorOf(plan, floorId)?.name ?? '' })),
    },
  };
}

/** The place that a page was asked for: by its id, or by the hospital's words for it. */
export const placeLine = (plan: KeptPlan, place: Place): string =>
  fullName(place, floorOf(plan, place.floorId));

export const placeWhere = (plan: KeptPlan, place: Place): string =>
  whereabouts(place, floorOf(plan, place.floorId));

export interface Looked {
  readonly floorId: string;
  readonly step: number;
  readonly whole: boolean;
  readonly fontScale: number;
}

/** The part of the line on a floor that the step in sight speaks of. */
function nowOf(direction: Direction | undefined, floorId: string, here: readonly Point[]): readonly Point[] {
  if (direction?.floorId !== floorId) return [];
  if (direction.code === 'cross') return here.slice(-2);
  return direction.code === 'go' ? direction.points : [];
}

/** What the picture of a floor of the way shows; null where the floor has no drawing. */
export function pictureOf(plan: KeptPlan, way: FoundWay, looked: Looked): PlanPicture | null {
  const { floorId, step, whole, fontScale } = looked;
  const drawing = plan.drawings.find((one) => one.floorId === floorId)?.drawing;
  if (drawing === undefined) return null;
  const here = way.legs.filter((leg) => leg.floorId === floorId).flatMap(({ points }) => points);
  return {
    drawing,
    way: here,
    now: nowOf(way.directions[step], floorId, here),
    start: way.from.floorId === floorId ? { x: way.from.x, y: way.from.y } : null,
    goal: way.to.floorId === floorId ? way.to : null,
    whole,
    fontScale,
  };
}
