import type { clinic } from '@core/contract/clinic';
import { dayOf } from '@core/domain/calendar-day';
import { accept, refuse } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { ownersOf } from '../_store/bound-accounts';
import { encounters } from '../_store/encounters';
import { patientByCode } from '../_store/patient-by-code';
import { personFacts } from './person-facts';

/** Visits that are looked through for one to the caller. */
const LOOK_BACK = 30;

/** Who stands before the doctor, by number or pass. That the doctor looked is on record. */
export const findPatient: UseCase<typeof clinic.procedures.findPatient> = async (input, context) => {
  const patient = await patientByCode(input.code, dayOf(context.now));
  if (!patient) return refuse('PATIENT_UNKNOWN', null);
  const patientId = patient._id;
  const [owners, visits] = await Promise.all([
    ownersOf(patientId),
    encounters.findLatestOf(patientId, LOOK_BACK),
  ]);
  const { practitionerId } = context.authority;
  const own = visits.find((visit) => practitionerId !== null && visit.practitionerId === practitionerId);
  context.viewed(patientId);
  return accept({
    patientId,
    ...personFacts(patient, context.now),
    onPhone: owners.length > 0,
    ownAppointmentId: own?._id ?? null,
  });
};
