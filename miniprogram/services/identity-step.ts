import type { Me, PatientCard } from '@core/contract/identity';

/** What stands between the caller and booking, in the order in which it is settled. */
export function missingStep(known: Me): 'sign-in' | 'consent' | 'card' | null {
  if (!known.signedIn) return 'sign-in';
  if (known.consentWanted !== null) return 'consent';
  return known.patients.length === 0 ? 'card' : null;
}

export const defaultPatient = (known: Me): PatientCard | null =>
  known.patients.find((patient) => patient.isDefault) ?? known.patients[0] ?? null;
