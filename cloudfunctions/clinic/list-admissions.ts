import type { clinic } from '@core/contract/clinic';
import { accept } from '@core/domain/result';
import type { CallContext } from '../_kernel/call-context';
import type { UseCase } from '../_kernel/serve';
import { admissions } from '../_store/admissions';
import { admissionView } from './admission-view';

/** A doctor's own patients on their way to a bed, or everyone's for the ward's nurse: the planned day first. */
export const listAdmissions: UseCase<typeof clinic.procedures.listAdmissions> = async (_input, context) => {
  const found = await listed(context);
  for (const { patientId } of found) context.viewed(patientId);
  return accept([...found].sort((a, b) => (a.plannedDay < b.plannedDay ? -1 : 1)).map(admissionView));
};

function listed({ authority: { role, practitionerId } }: CallContext) {
  if (role === 'nurse') return admissions.findOpen();
  return practitionerId === null ? Promise.resolve([]) : admissions.findByPractitioner(practitionerId);
}
