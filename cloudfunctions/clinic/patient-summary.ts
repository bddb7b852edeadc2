import type { PatientSummary } from '@core/contract/clinic-views';
import { hasWithdrawn } from '../_kernel/consented';
import type { WorkContext } from '../_kernel/call-context';
import { accounts } from '../_store/accounts';
import { checkpoints, declarationOf } from '../_store/checkpoints';
import type { EncounterRecord } from '../_store/encounters';
import { allergiesPlace, healthNotes, type HealthNotes } from '../_store/health-notes';
import { patients } from '../_store/patients';
import { open } from '../_store/sealed-field';
import { patientHistory } from './patient-history';
import { personFacts } from './person-facts';

/**
 * What the doctor of a visit may know. What is needed to treat safely is always there; what lies further back only as long
 * as the patient has not taken back the consent to it. Null where the person is not in the register.
 */
export async function patientSummary(
  { _id: appointmentId, patientId, accountId, day }: EncounterRecord,
  context: WorkContext,
): Promise<PatientSummary | null> {
  const [patient, account, checkpoint, notes] = await Promise.all([
    patients.findById(patientId),
    accounts.findById(accountId),
    checkpoints.findById(patientId),
    healthNotes.findById(patientId),
  ]);
  if (!patient) return null;
  const declaration = declarationOf(checkpoint, day);
  const mayLookBack = account !== null && !hasWithdrawn(account);
  return {
    appointmentId,
    patientId,
    ...personFacts(patient, context.now),
    gate: declaration && { outcome: declaration.outcome, at: declaration.at },
    allergies: notes && allergiesOf(notes),
    history: mayLookBack ? await patientHistory(patientId, appointmentId) : null,
  };
}

const allergiesOf = ({ _id, allergies, allergiesAt }: HealthNotes) => ({
  text: open(allergies, allergiesPlace(_id)),
  at: allergiesAt,
});
