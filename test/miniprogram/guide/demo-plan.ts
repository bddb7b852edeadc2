import type { HospitalPlan, Place } from '@core/domain/guide/plan';
import type { KeptPlan } from '../../../miniprogram/services/plan';
import { loadHospital } from '../../../scripts/hospital/load';

/** The demo hospital's plan as a phone keeps it. */
export function demoPlan(): KeptPlan {
  const loaded = loadHospital('local/hospital');
  if (!loaded.ok) throw new Error('The hospital does not load');
  const { drawings, ...plan } = loaded.hospital.parts['plan']?.content as HospitalPlan;
  return {
    ...plan,
    version: 'v1',
    findings: [
      {
        kind: 'doctor',
        id: 'dr',
        name: '苏婉宁',
        pinyin: '',
        initials: '',
        note: '妇科',
        placeId: 'mz-2f-a-207',
      },
    ],
    drawings: Object.entries(drawings).map(([floorId, drawing]) => ({ floorId, drawing })),
  };
}

export function placeIn(plan: KeptPlan, placeId: string): Place {
  const place = plan.places.find((one) => one.placeId === placeId);
  if (place === undefined) throw new Error(`No place ${placeId}`);
  return place;
}
