import type { Alternative } from '@core/contract/booking';
import { decideRefund } from '@core/domain/billing/refund-policy';
import { refundFacts } from '@core/domain/booking/appointment';
import { ZERO_FEN } from '@core/domain/money';
import { message, type WorkContext } from '../_kernel/call-context';
import { accounts, type Account } from '../_store/accounts';
import { NOBODY } from '../_store/aggregate';
import type { AppointmentRecord } from '../_store/appointments';
import { ownersOf } from '../_store/bound-accounts';
import type { Catalogue } from '../_store/catalog';
import type { StoredMessage } from '../_store/outbox';
import type { Session } from '../_store/sessions';
import { windowAccountIdOf } from '../_store/window-account';
import { closing, ended, withEffects, type Change } from './cancelled-appointment';

/** What a stop says and decides by. */
export interface Stopping {
  readonly session: Session;
  readonly hospital: Catalogue;
  readonly alternatives: readonly Alternative[];
}

/**
 * The end of an appointment whose session does not take place: everything paid goes back at once (A9), and those who look
 * after the patient are told, in the same write as the end itself. That is why each of them is told exactly once.
 */
export async function endByHospital(
  record: AppointmentRecord,
  stopping: Stopping,
  context: WorkContext,
): Promise<Change> {
  const told = await toBeTold(record);
  const { next, messages } = endedNow(record, stopping.hospital, context);
  const news = told.map((accountId) => stopNews(record, accountId, stopping, context));
  const unreached = told.length === 0 ? ({ unreached: true } as const) : {};
  // The word goes out first: it takes no time, and does not wait for a payment provider that is slow.
  const first = [...news, ...messages];
  return { next: { ...next, ...unreached, outbox: [...record.outbox, ...first] }, messages: first };
}

function endedNow(record: AppointmentRecord, { rulePack }: Catalogue, context: WorkContext): Change {
  if (record.status === 'pending') return closing(record, 'hospital', context);
  if (record.status === 'closing') {
    return { next: withEffects({ ...record, endedBy: 'hospital' }, [], context, 'A9'), messages: [] };
  }
  const facts = { ...refundFacts(record, context.now), paidFen: paidOf(record), cause: 'hospital' } as const;
  const decision = decideRefund(facts, rulePack.refund);
  return ended(record, { endedBy: 'hospital', decision }, context);
}

const paidOf = ({ payment, feeFen }: AppointmentRecord) => (payment === 'paid' ? feeFen : ZERO_FEN);

/** Who booked, and who has the card as their own or a child's: as far as there is a phone to tell them on. */
async function toBeTold({ accountId, patientId }: AppointmentRecord): Promise<string[]> {
  const wanted = new Set([accountId, ...(await ownersOf(patientId))]);
  wanted.delete(NOBODY);
  wanted.delete(windowAccountIdOf(patientId));
  const found = await Promise.all([...wanted].map(accounts.findById));
  return found.flatMap((account) => (account && canRead(account, patientId) ? [account._id] : []));
}

/** A card that was taken off a phone takes its messages with it. */
const canRead = ({ signedIn, bindings }: Account, patientId: string): boolean =>
  signedIn && bindings.some((binding) => binding.patientId === patientId);

function stopNews(
  record: AppointmentRecord,
  accountId: string,
  { session, hospital, alternatives }: Stopping,
  context: WorkContext,
): StoredMessage {
  const { _id: appointmentId, patientId, start } = record;
  const { clinicId, practitionerId, day } = session;
  const doctor = hospital.practitioners.find((one) => one.practitionerId === practitionerId);
  return message(context, 'message-wanted', {
    messageId: `session-stopped-${appointmentId}-${accountId}`,
    accountId,
    patientId,
    kind: 'session-stopped',
    fields: {
      appointmentId,
      clinicId,
      clinicName: hospital.clinics.find((one) => one.clinicId === clinicId)?.name ?? record.clinicName,
      practitionerName: doctor?.name ?? record.practitionerName,
      day,
      start,
      refundFen: paidOf(record),
      cashAt: record.paidInCash ? hospital.organization.windowPlace : null,
      alternatives,
    },
  });
}
