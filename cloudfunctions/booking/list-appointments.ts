import type { booking } from '@core/contract/booking';
import { accept, refuse } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { appointments } from '../_store/appointments';
import { catalogue } from '../_store/catalog';
import { hasWithdrawn } from '../_kernel/consented';
import { appointmentView } from './appointment-view';
import { signedInAccount } from '../_kernel/signed-in-account';

/** All of the caller's appointments, the latest made first; none to someone who took the consent back. */
export const listAppointments: UseCase<typeof booking.procedures.listAppointments> = async (
  _input,
  context,
) => {
  const account = await signedInAccount(context);
  if (!account) return refuse('SIGNED_OUT', null);
  if (hasWithdrawn(account)) return accept([]);
  const [records, { rulePack }] = await Promise.all([
    appointments.findByAccount(account._id),
    catalogue.current(context.now),
  ]);
  return accept(records.map((record) => appointmentView(record, rulePack, context.now)));
};
