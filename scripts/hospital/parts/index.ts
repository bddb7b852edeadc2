import type { HospitalPart } from './part';

/** Everything a hospital's folder may hold beside its catalogue, in the order in which it is loaded. */
export const PARTS: readonly HospitalPart[] = [];
