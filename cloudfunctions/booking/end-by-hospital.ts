import type { Alternative } from '@core/contract/booking';
import { decideRefund } from '@core/domain/billing/refund-policy';
import { refundFacts } from '@core/domain/booking/appointment';
import { ZERO_FEN } from '@core/domain/money';
import { message, type WorkContext } from '../_kernel/call-context';
import { NOBODY } from '../_store/aggregate';
import type { AppointmentRecord } from '../_store/appointments';
import { ownersOf } from '../_store/bound-accounts';
import type { RulePack } from '../_store/catalog';
import type { StoredMessage } from '../_store/outbox';
import { closing, ended, withEffects, type Change } from './cancelled-appointment';

/**
 * The end of an appointment whose session does not take place: everything paid goes back at once (A9), and those who look
 * after the patient are told, in the same write as the end itself. That is why each of them is told exactly once.
 */
export async function endByHospital(
  record: AppointmentRecord,
  { alternatives, rulePack }: { readonly alternatives: readonly Alternative[]; readonly rulePack: RulePack },
  context: WorkContext,
): Promise<Change> {
  const { next, messages } = endedNow(record, rulePack, context);
  const news = await stopNews(record, alternatives, context);
  return { next: { ...next, outbox: [...next.outbox, ...news] }, messages: [...messages, ...news] };
}

function endedNow(record: AppointmentRecord, { refund }: RulePack, context: WorkContext): Change {
  if (record.status === 'pending') return closing(record, 'hospital', context);
  if (record.status === 'closing') {
    return { next: withEffects({ ...record, endedBy: 'hospital' }, [], context, 'A9'), messages: [] };
  }
  const paidFen = paidOf(record);
  const decision = decideRefund({ ...refundFacts(record, context.now), paidFen, cause: 'hospital' }, refund);
  return ended(record, { endedBy: 'hospital', decision }, context);
}

const paidOf = ({ payment, feeFen }: AppointmentRecord) => (payment === 'paid' ? feeFen : ZERO_FEN);

async function stopNews(
  record: AppointmentRecord,
  alternatives: readonly Alternative[],
  context: WorkContext,
): Promise<StoredMessage[]> {
  const { _id: appointmentId, clinicId, clinicName, practitionerName, day, start, patientId } = record;
  const told = new Set([record.accountId, ...(await ownersOf(patientId))]);
  told.delete(NOBODY);
  const refundFen = paidOf(record);
  return [...told].map((accountId) =>
    message(context, 'message-wanted', {
      messageId: `session-stopped-${appointmentId}-${accountId}`,
      accountId,
      patientId,
      kind: 'session-stopped',
      fields: { appointmentId, clinicId, clinicName, practitionerName, day, start, refundFen, alternatives },
    }),
  );
}
