import type { billing, OpenedOrder } from '@core/contract/billing';
import { MINUTE_MS } from '@core/domain/calendar-day';
import { accept, refuse } from '@core/domain/result';
import type { CallContext } from '../_kernel/call-context';
import { CHANGED, untilSaved } from '../_kernel/retry';
import type { UseCase } from '../_kernel/serve';
import { signedInAccount } from '../_kernel/signed-in-account';
import { appointments, type AppointmentRecord } from '../_store/appointments';
import { catalogue } from '../_store/catalog';
import { payments, type PaymentRecord } from '../_store/payments';
import { DuplicateKeyError } from '../_store/store-errors';
import { payGateway } from '../_wechat/pay-gateway';
import { newPayment } from './new-payment';
import { savePayment } from './payment-changes';
import { settleOrder } from './settle-order';

/** How often an open order is asked about where no callback came. */
export const ORDER_CHECK_MS = MINUTE_MS;
/** WeChat Pay wants at least a minute between opening and expiry. */
const SHORTEST_ORDER_MS = MINUTE_MS;

/** Opens the appointment's order, or answers the open one: the same number whatever happens in between. */
export const payAppointment: UseCase<typeof billing.procedures.payAppointment> = async (input, context) => {
  const [account, record, { rulePack, organization }] = await Promise.all([
    signedInAccount(context),
    appointments.findById(input.appointmentId),
    catalogue.current(context.now),
  ]);
  if (!account) return refuse('SIGNED_OUT', null);
  if (!record) return refuse('NOT_FOUND', null);
  if (record.payment === 'none') return refuse('NOTHING_TO_PAY', null);
  if (record.payment === 'paid') return refuse('ALREADY_PAID', null);
  const orderExpiresAt = record.createdAt + rulePack.orderMinutes * MINUTE_MS;
  if (record.status !== 'pending' || orderExpiresAt - SHORTEST_ORDER_MS <= context.now)
    return refuse('HOLD_ENDED', null);

  const payment = await findOrInsert(record, orderExpiresAt, context);
  if (payment.state === 'paid') return refuse('ALREADY_PAID', null);
  if (payment.state === 'closed' || payment.state === 'closing') return refuse('HOLD_ENDED', null);
  if (payment.request) return accept(opened(payment, payment.request));
  return openOrder(payment, `${organization.name} 挂号费`, context);
};

async function findOrInsert(
  record: AppointmentRecord,
  orderExpiresAt: number,
  context: CallContext,
): Promise<PaymentRecord> {
  const found = await payments.findById(record._id);
  if (found) return found;
  const { _id: appointmentId, accountId, feeFen: amountFen } = record;
  const dueAt = context.now + ORDER_CHECK_MS;
  const made = newPayment(
    { appointmentId, accountId, amountFen, state: 'opening', orderExpiresAt, dueAt, messages: [] },
    context,
  );
  try {
    await payments.insert(made);
    return made;
  } catch (thrown) {
    const other = thrown instanceof DuplicateKeyError ? await payments.findById(record._id) : null;
    if (!other) throw thrown;
    return other;
  }
}

async function openOrder(payment: PaymentRecord, description: string, context: CallContext) {
  const { _id: paymentId, amountFen, orderExpiresAt: expiresAt } = payment;
  const answer = await payGateway.openOrder({ paymentId, amountFen, description, expiresAt });
  if (answer.state === 'paid') {
    await settleOrder(paymentId, context);
    return refuse('ALREADY_PAID', null);
  }
  if (answer.state !== 'open') return refuse('PAYMENT_UNAVAILABLE', null);
  const { request } = answer;
  return untilSaved(async () => {
    const latest = await payments.findById(paymentId);
    if (!latest || latest.state === 'closed' || latest.state === 'closing') return refuse('HOLD_ENDED', null);
    if (latest.state === 'paid') return refuse('ALREADY_PAID', null);
    const next = { ...latest, state: 'open', request } as const;
    return (await savePayment(next, 'payment.open', [], context)) ? accept(opened(next, request)) : CHANGED;
  });
}

const opened = (payment: PaymentRecord, request: OpenedOrder['payment']): OpenedOrder => ({
  payment: request,
  amountFen: payment.amountFen,
  expiresAt: payment.orderExpiresAt,
});
