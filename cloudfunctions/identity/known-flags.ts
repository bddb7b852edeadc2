import type { KnownFlag } from '../_store/accounts';
import type { PatientRecord } from '../_store/patients';

/** What an account knows of flags after one patient's has changed; null takes it out. */
export const withFlag = (
  flagged: readonly KnownFlag[],
  patientId: string,
  flag: PatientRecord['flagged'] | null,
): readonly KnownFlag[] => {
  const others = flagged.filter((known) => known.patientId !== patientId);
  return flag ? [...others, { patientId, ...flag }] : others;
};
