import type { clinic } from '@core/contract/clinic';
import { accept, refuse } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { encounters } from '../_store/encounters';
import { patientSummary } from './patient-summary';

/** The patient of one of the doctor's own visits, at a glance. */
export const getSummary: UseCase<typeof clinic.procedures.getSummary> = async (input, context) => {
  const encounter = await encounters.findById(input.appointmentId);
  const summary = encounter && (await patientSummary(encounter, context));
  return summary ? accept(summary) : refuse('NOT_FOUND', null);
};
