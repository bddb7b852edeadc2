import type { billing } from '@core/contract/billing';
import { accept, refuse } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { appointments } from '../_store/appointments';
import { changeInvoice } from './change-invoice';

/** The paper of a registration fee. */
export const changeAppointmentInvoice: UseCase<typeof billing.procedures.changeAppointmentInvoice> = async (
  { appointmentId, ...change },
  context,
) => {
  const record = await appointments.findById(appointmentId);
  if (!record) return refuse('NOT_FOUND', null);
  const refusal = await changeInvoice(appointmentId, change, context);
  return refusal ?? accept(null);
};
