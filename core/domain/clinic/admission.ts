import { accept, refuse, type Result } from '../result';

/** requested: the doctor asked for a bed; bed-waiting: the ward has it on its list; the other two end it. */
export const ADMISSION_STATES = ['requested', 'bed-waiting', 'admitted', 'cancelled'] as const;
export type AdmissionState = (typeof ADMISSION_STATES)[number];

export interface AdmissionBars {
  ADMISSION_ENDED: { readonly state: AdmissionState };
  /** An admitted patient has a bed, and the bed has a name. */
  BED_MISSING: null;
}

const NEXT: Readonly<Record<AdmissionState, readonly AdmissionState[]>> = {
  requested: ['bed-waiting', 'admitted', 'cancelled'],
  'bed-waiting': ['admitted', 'cancelled'],
  admitted: [],
  cancelled: [],
};

/** Whether an admission may take this step. Taking the same step again changes nothing. */
export function nextAdmission(
  from: AdmissionState,
  to: AdmissionState,
  bed: string | null,
): Result<AdmissionState, AdmissionBars> {
  if (from !== to && !NEXT[from].includes(to)) return refuse('ADMISSION_ENDED', { state: from });
  if (to === 'admitted' && bed === null) return refuse('BED_MISSING', null);
  return accept(to);
}

export const isOpenAdmission = (state: AdmissionState): boolean => NEXT[state].length > 0;
