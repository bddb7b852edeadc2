import type { booking } from '@core/contract/booking';
import { accept, refuse } from '@core/domain/result';
import { assistanceState } from '@core/domain/identity/assistance';
import { isOwn, ownAssistance, relativeConsent } from '../_kernel/access/relation';
import type { Capacity } from '../_kernel/call-context';
import type { UseCase } from '../_kernel/serve';
import type { Account } from '../_store/accounts';
import { appointments, type AppointmentRecord } from '../_store/appointments';
import { catalogue } from '../_store/catalog';
import { hasWithdrawn } from '../_kernel/consented';
import { appointmentView } from './appointment-view';
import { signedInAccount } from '../_kernel/signed-in-account';

/**
 * All appointments of the people on the caller's cards, the latest made first; none to someone who took the consent back. For
 * a volunteer who helps just now it is about the helped patient and nobody else.
 */
export const listAppointments: UseCase<typeof booking.procedures.listAppointments> = async (
  _input,
  context,
) => {
  const account = await signedInAccount(context);
  if (!account) return refuse('SIGNED_OUT', null);
  if (hasWithdrawn(account)) return accept([]);
  const [seen, { rulePack }] = await Promise.all([
    whoIsSeen(account, context.now),
    catalogue.current(context.now),
  ]);
  const records = await appointmentsOf([...seen.keys()]);
  for (const { patientId } of records) context.viewed(patientId, seen.get(patientId));
  return accept(records.map((record) => appointmentView(record, rulePack, context.now)));
};

/** Whose appointments the caller may see, each with the right by which. */
async function whoIsSeen(account: Account, now: number): Promise<ReadonlyMap<string, Capacity>> {
  const help = await ownAssistance(account, now);
  if (help && assistanceState(help, now) === 'running') {
    const { patientId, purposes, _id } = help;
    const isSeen = patientId !== null && purposes.includes('book');
    return new Map(isSeen ? [[patientId, { role: 'volunteer', mandateId: _id }]] : []);
  }
  const patientIds = account.bindings.map(({ patientId }) => patientId);
  const rights = await Promise.all(patientIds.map((patientId) => rightTo(account, patientId, now)));
  const seen = patientIds.map((patientId, index): [string, Capacity | null] => [
    patientId,
    rights[index] ?? null,
  ]);
  return new Map(seen.filter((one): one is [string, Capacity] => one[1] !== null));
}

async function rightTo(account: Account, patientId: string, now: number): Promise<Capacity | null> {
  if (await isOwn(account, patientId, now)) return { role: 'patient', mandateId: null };
  const mandateId = await relativeConsent(account, { patientId, scope: 'book' }, now);
  return mandateId === null ? null : { role: 'relative', mandateId };
}

async function appointmentsOf(patientIds: readonly string[]): Promise<AppointmentRecord[]> {
  const found = await Promise.all(patientIds.map((patientId) => appointments.findByPatient(patientId)));
  return found.flat().sort((one, other) => other.createdAt - one.createdAt);
}
