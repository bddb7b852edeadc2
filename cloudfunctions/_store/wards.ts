import { hospitalPart } from './hospital-parts';

/** Where a patient can be admitted. */
export interface Ward {
  readonly wardId: string;
  readonly name: string;
  readonly departmentId: string;
  readonly placeId: string;
  readonly phone: string;
}

/** The hospital's wards; empty where it admits nobody. */
export const wards = hospitalPart<readonly Ward[]>('wards', []);
