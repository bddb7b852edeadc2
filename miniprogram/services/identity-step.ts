import type { Scope } from '@core/contract/access';
import type { Me, PatientCard } from '@core/contract/identity';

/**
 * People the caller may act for now. A volunteer who helps somebody acts for that one and nobody else, not even for
 * themselves; cards whose consent or guardianship is over are left out, and with `scope` those of relatives who did not agree to
 * just this.
 */
export function patientsOf({ acting, patients }: Me, scope?: Scope): readonly PatientCard[] {
  const cards =
    acting === null ? patients.filter(({ mayAct }) => mayAct) : acting.patient ? [acting.patient] : [];
  return cards.filter(
    ({ consent }) => scope === undefined || consent === null || consent.scopes.includes(scope),
  );
}

/** What stands between the caller and booking, in the order in which it is settled. */
export function missingStep(known: Me): 'sign-in' | 'consent' | 'card' | null {
  if (!known.signedIn) return 'sign-in';
  if (known.consentWanted !== null && known.acting === null) return 'consent';
  return patientsOf(known).length === 0 ? 'card' : null;
}

export const defaultPatient = (known: Me): PatientCard | null => {
  const patients = patientsOf(known);
  return patients.find((patient) => patient.isDefault) ?? patients[0] ?? null;
};
