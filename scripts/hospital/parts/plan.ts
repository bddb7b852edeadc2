import { loadPlan } from '../plan/load-plan';
import type { HospitalPart } from './part';

/** Buildings, floors, ways and places: the folder `plan`. */
export const planPart: HospitalPart = { name: 'plan', load: loadPlan };
