import { landmarksOn } from '@core/domain/guide/landmarks';
import type { Place } from '@core/domain/guide/plan';
import type { KeptPlan } from '../../services/plan';
import { shortFloor } from './direction-words';
import { placeLine } from './way.view';

/** A row to choose from. */
export interface ChoiceRow {
  readonly id: string;
  readonly title: string;
}

/** One question on the way to "where am I". */
export interface StartQuestion {
  readonly asks: 'gate' | 'building' | 'floor' | 'landmark';
  readonly title: string;
  readonly rows: readonly ChoiceRow[];
}

/** Where the person said to be before, and the entrances from the street. */
export function gateQuestion(plan: KeptPlan, position: Place | null = null): StartQuestion {
  const gates = plan.places.filter(({ kind, placeId }) => kind === 'gate' && placeId !== position?.placeId);
  const starts = position === null ? gates : [position, ...gates];
  const titleOf = (place: Place): string => (place === position ? placeLine(plan, place) : place.name);
  return {
    asks: 'gate',
    title: '您从哪里出发？',
    rows: starts.map((place) => ({ id: place.placeId, title: `我在${titleOf(place)}` })),
  };
}

/** Only floors on which something can be seen from afar. */
const seenFloors = (plan: KeptPlan) =>
  plan.floors.filter(({ floorId }) => landmarksOn(plan.places, floorId).length > 0);

export const buildingQuestion = (plan: KeptPlan): StartQuestion => {
  const known = new Set(seenFloors(plan).map(({ buildingId }) => buildingId));
  return {
    asks: 'building',
    title: '您在哪栋楼里？',
    rows: plan.buildings
      .filter(({ buildingId }) => known.has(buildingId))
      .map(({ buildingId, name }) => ({ id: buildingId, title: name })),
  };
};

/** What comes after a building was chosen: its floor, or at once what is seen where it has only one. */
export function floorQuestion(plan: KeptPlan, buildingId: string): StartQuestion {
  const floors = seenFloors(plan).filter((floor) => floor.buildingId === buildingId);
  const [only] = floors;
  if (floors.length === 1 && only !== undefined) return landmarkQuestion(plan, only.floorId);
  const building = plan.buildings.find((one) => one.buildingId === buildingId)?.name ?? '';
  return {
    asks: 'floor',
    title: `您在${building}几楼？`,
    rows: floors.map((floor) => ({ id: floor.floorId, title: shortFloor(floor, building) })),
  };
}

export const landmarkQuestion = (plan: KeptPlan, floorId: string): StartQuestion => ({
  asks: 'landmark',
  title: '离您最近、看得到的是哪一个？',
  rows: landmarksOn(plan.places, floorId).map(({ placeId, name, area }) => ({
    id: placeId,
    title: area === '' ? name : `${area} ${name}`,
  })),
});
