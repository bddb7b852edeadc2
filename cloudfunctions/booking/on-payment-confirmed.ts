import type { Events } from '@core/contract/events';
import { onPaymentConfirmed as outcomeOf, refundFacts } from '@core/domain/booking/appointment';
import { decideRefund } from '@core/domain/billing/refund-policy';
import { audited, COURIER_DELAY_MS, type WorkContext } from '../_kernel/call-context';
import { CHANGED, untilSaved } from '../_kernel/retry';
import { appointments, type AppointmentRecord } from '../_store/appointments';
import { catalogue } from '../_store/catalog';
import { sessions } from '../_store/sessions';
import { DuplicateKeyError } from '../_store/store-errors';
import { ended } from './cancelled-appointment';
import { reseat } from './reseat';
import { syncLiveAppointment } from './sync-live-appointment';

type Payment = Events['payment-confirmed'];

/** WeChat confirmed the money: the held seat becomes the patient's, or rule A12 finds another or gives all back. */
export async function onPaymentConfirmed(payment: Payment, context: WorkContext): Promise<void> {
  const settled = await untilSaved(async () => {
    const record = await appointments.findById(payment.appointmentId);
    if (!record) throw new Error('A payment for an appointment that does not exist');
    return apply(record, payment, context);
  });
  await syncLiveAppointment(settled);
}

async function apply(record: AppointmentRecord, payment: Payment, context: WorkContext) {
  switch (outcomeOf(record, context.now)) {
    case 'nothing':
      return record;
    case 'book':
      return save(booked(record, payment, context), [], context);
    case 'reseat': {
      const seated = await reseat(record, context);
      return (seated && (await bookAgain(seated, payment, context))) ?? refundAll(record, payment, context);
    }
    case 'refund':
      return refundAll(record, payment, context);
  }
}

/** Null where the patient has booked something else for that time in this very moment: the seat is given back. */
async function bookAgain(seated: AppointmentRecord, payment: Payment, context: WorkContext) {
  try {
    return await save(booked(seated, payment, context), [], context);
  } catch (thrown) {
    if (!(thrown instanceof DuplicateKeyError)) throw thrown;
  }
  const { _id: holder, sessionId, seat, seatRound: round } = seated;
  await sessions.releaseSeat(sessionId, seat, { holder, round });
  return null;
}

/** Cash does not go back by itself: the window owes it until it is fetched. */
const inCash = (payment: Payment) => (payment.inCash ? { paidInCash: true } : {});

const booked = (record: AppointmentRecord, payment: Payment, context: WorkContext): AppointmentRecord => ({
  ...record,
  status: 'booked',
  endedBy: null,
  payment: 'paid',
  paidAt: payment.paidAt,
  ...inCash(payment),
  holdExpiresAt: null,
  audit: [...record.audit, audited(context, 'appointment.book', record.movedFrom ? 'A12' : null)],
  outboxDueAt: context.now + COURIER_DELAY_MS,
});

async function refundAll(record: AppointmentRecord, payment: Payment, context: WorkContext) {
  const { rulePack } = await catalogue.current(context.now);
  const facts = {
    ...refundFacts({ ...record, ...inCash(payment) }, context.now),
    paidFen: payment.amountFen,
    wantedFen: payment.amountFen,
  };
  const cause = record.endedBy === 'hospital' ? 'hospital' : 'unseated';
  const decision = decideRefund({ ...facts, cause }, rulePack.refund);
  const isEnded = record.endedBy === 'patient' || record.endedBy === 'hospital';
  const endedBy = isEnded ? record.endedBy : 'no-seat';
  const paid = { ...record, ...inCash(payment), payment: 'paid', paidAt: payment.paidAt } as const;
  const { next, messages } = ended(paid, { endedBy, decision }, context);
  return save(next, messages, context);
}

async function save(
  next: AppointmentRecord,
  messages: Parameters<WorkContext['posted']>[0]['messages'],
  context: WorkContext,
) {
  if (!(await appointments.replace(next))) return CHANGED;
  if (messages.length > 0) context.posted({ collection: 'appointments', documentId: next._id, messages });
  return next;
}
