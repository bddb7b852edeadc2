import { describe, expect, test } from '@jest/globals';
import { placeFinder } from '@core/domain/guide/place-names';
import type { HospitalPlan } from '@core/domain/guide/plan';
import { namedPlaces } from '../../../scripts/hospital/plan/named-places';
import { survey } from '../../../scripts/hospital/plan/survey';
import { loadHospital } from '../../../scripts/hospital/load';

const loaded = loadHospital('local/hospital');
if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
const { hospital } = loaded;
const plan = hospital.parts['plan']?.content as HospitalPlan;

describe('the plan of the demo hospital', () => {
  test('has two buildings, nine floors and 150 places or more, each floor drawn', () => {
    expect(plan.buildings.length - 1).toBeGreaterThanOrEqual(2);
    expect(plan.floors.length).toBeGreaterThanOrEqual(9);
    expect(plan.places.length).toBeGreaterThanOrEqual(150);
    for (const { floorId } of plan.floors) {
      expect(plan.drawings[floorId]?.shapes.length).toBeGreaterThan(4);
    }
  });

  test('has stairs, lifts, steps, a ramp, a bridge, gates, entrances and parking', () => {
    const links = new Set(plan.links.map(({ kind }) => kind));
    const places = new Set(plan.places.map(({ kind }) => kind));
    expect(['stairs', 'lift', 'steps', 'ramp', 'bridge'].filter((kind) => !links.has(kind as never))).toEqual(
      [],
    );
    expect(['gate', 'entrance', 'parking'].filter((kind) => !places.has(kind as never))).toEqual([]);
  });

  test('leads everywhere, also without steps, and knows every place that the hospital names', () => {
    const named = namedPlaces(hospital);
    expect(named.length).toBeGreaterThan(180);
    expect(survey(plan, named)).toEqual({ unreachable: [], byStepsOnly: [], withoutPlace: [] });
  });

  test.each([
    ['门诊楼 2 楼 A 区 207 诊室', 'mz-2f-a-207'],
    ['门诊楼2楼A区201-206诊室', 'mz-2f-a-nurse'],
    ['门诊楼 1 楼综合服务中心 1–6 号窗口', 'mz-1f-service-center'],
    ['儿科楼东侧独立入口', 'ped-fever-clinic'],
    ['医技楼 1 楼 8–12 诊室', 'yj-1f-b-nurse'],
  ])('takes %s for %s', (text, placeId) => {
    expect(placeFinder(plan.places, plan.floors)(text)?.placeId).toBe(placeId);
  });

  test('takes a name that several places bear, or none, for no place', () => {
    const find = placeFinder(plan.places, plan.floors);
    expect(find('电梯')).toBeNull();
    expect(find('月球')).toBeNull();
  });
});
