import type { HospitalPlan } from '@core/domain/guide/plan';
import { hospitalPart } from './hospital-parts';

const NO_PLAN: HospitalPlan = { buildings: [], floors: [], nodes: [], links: [], places: [], drawings: {} };

/** The hospital's plan; without any place where the hospital has none. */
export const plan = hospitalPart<HospitalPlan>('plan', NO_PLAN);
