import { existsSync } from 'node:fs';
import path from 'node:path';
import { placeFinder } from '../../core/domain/guide/place-names';
import type { HospitalPlan } from '../../core/domain/guide/plan';
import type { SpecialtyRoute } from '../../core/domain/triage/offers';
import { findWay } from '../../miniprogram/packages/guide/way.view';
import type { PrintedGoal, PrintedHospital, PrintedWay } from '../../miniprogram/services/printed-hospital';
import { loadHospital } from '../hospital/load';
import { HOSPITAL_FOLDER } from './source-stamp';

/** From every gate, then from the doors of buildings that one sees from afar: who is lost finds one of them. */
function waysTo(plan: HospitalPlan, goalName: string): readonly PrintedWay[] {
  const to = placeFinder(plan.places, plan.floors)(goalName);
  if (to === null) return [];
  const kept = { ...plan, version: 'printed', findings: [], drawings: [] };
  const starts = ['gate', 'entrance'].flatMap((kind) =>
    plan.places.filter((place) => place.kind === kind && place.landmark),
  );
  return starts.flatMap((from) => {
    const way = findWay(kept, { from, to }, 'step-free');
    return way === null ? [] : [{ from: from.name, steps: way.view.steps.map(({ text }) => text) }];
  });
}

/** Null where there is no folder, or one that cannot be read: importing it says what is wrong. */
export function printedHospital(root: string): PrintedHospital | null {
  const folder = path.join(root, HOSPITAL_FOLDER);
  const loaded = existsSync(folder) ? loadHospital(folder) : null;
  if (!loaded?.ok) return null;
  const { hospital, parts } = loaded.hospital;
  const plan = parts['plan']?.content as HospitalPlan | null | undefined;
  const routes = (parts['triage-routes']?.content ?? []) as readonly SpecialtyRoute[];
  const goal = (specialty: string): PrintedGoal => {
    const place = routes.find(({ specialtyId }) => specialtyId === specialty)?.place ?? '';
    return { place, ways: plan == null || place === '' ? [] : waysTo(plan, place) };
  };
  const { name, phone, emergencyPhone } = hospital;
  return {
    name,
    phone,
    emergencyPhone,
    emergency: goal('emergency'),
    emergencyForChildren: goal('emergency-child'),
  };
}
