import type { booking } from '@core/contract/booking';
import { accept, refuse } from '@core/domain/result';
import { isOwn, relativeConsent } from '../_kernel/access/relation';
import type { UseCase } from '../_kernel/serve';
import type { Account } from '../_store/accounts';
import { appointments, type AppointmentRecord } from '../_store/appointments';
import { catalogue } from '../_store/catalog';
import { hasWithdrawn } from '../_kernel/consented';
import { appointmentView } from './appointment-view';
import { signedInAccount } from '../_kernel/signed-in-account';

/** All appointments of the people on the caller's cards, the latest made first; none to someone who took the consent back. */
export const listAppointments: UseCase<typeof booking.procedures.listAppointments> = async (
  _input,
  context,
) => {
  const account = await signedInAccount(context);
  if (!account) return refuse('SIGNED_OUT', null);
  if (hasWithdrawn(account)) return accept([]);
  const [records, { rulePack }] = await Promise.all([
    visibleAppointments(account, context.now),
    catalogue.current(context.now),
  ]);
  return accept(records.map((record) => appointmentView(record, rulePack, context.now)));
};

/** Those on the account's books and those that relatives made for the account's own people, as far as they may be seen. */
async function visibleAppointments(account: Account, now: number): Promise<AppointmentRecord[]> {
  const patientIds = account.bindings.map(({ patientId }) => patientId);
  const mayRead = await Promise.all(patientIds.map((patientId) => maySee(account, patientId, now)));
  const visible = patientIds.filter((_, index) => mayRead[index]);
  const found = await Promise.all([
    appointments.findByAccount(account._id),
    ...visible.map((patientId) => appointments.findByPatient(patientId)),
  ]);
  const byId = new Map(found.flat().map((record) => [record._id, record]));
  return [...byId.values()]
    .filter(({ patientId }) => visible.includes(patientId))
    .sort((one, other) => other.createdAt - one.createdAt);
}

const maySee = async (account: Account, patientId: string, now: number): Promise<boolean> =>
  (await isOwn(account, patientId, now)) ||
  (await relativeConsent(account, { patientId, scope: 'book' }, now)) !== null;
