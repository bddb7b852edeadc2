import type { booking } from '@core/contract/booking';
import { accept, refuse } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { appointments } from '../_store/appointments';
import { catalogue } from '../_store/catalog';
import { hasWithdrawn } from '../_kernel/consented';
import { appointmentView } from './appointment-view';
import { signedInAccount } from '../_kernel/signed-in-account';

/** One appointment, shown to whom the contract names. */
export const getAppointment: UseCase<typeof booking.procedures.getAppointment> = async (input, context) => {
  const account = await signedInAccount(context);
  if (!account) return refuse('SIGNED_OUT', null);
  const record = await appointments.findById(input.appointmentId);
  if (!record || hasWithdrawn(account)) return refuse('NOT_FOUND', null);
  const { rulePack } = await catalogue.current(context.now);
  return accept(appointmentView(record, rulePack, context.now));
};
