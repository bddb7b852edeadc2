import type { clinic } from '@core/contract/clinic';
import { accept } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { admissions } from '../_store/admissions';
import { admissionView } from './admission-view';

/** A patient's own registrations for a bed, the latest first. */
export const listPatientAdmissions: UseCase<typeof clinic.procedures.listPatientAdmissions> = async (input) =>
  accept((await admissions.findByPatient(input.patientId)).map(admissionView));
