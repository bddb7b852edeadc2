import type { Events } from '@core/contract/events';
import { message, type WorkContext } from '../_kernel/call-context';
import { CHANGED, untilSaved } from '../_kernel/retry';
import { NO_TURNS, payments, type PaymentRecord } from '../_store/payments';
import { DuplicateKeyError } from '../_store/store-errors';
import { newPayment } from './new-payment';
import { chainOf, withTurns } from './order-turns';
import { savePayment } from './payment-changes';
import { settleOrder } from './settle-order';

type CloseRequest = Events['order-close-requested'];

/** The appointment is to end: none of its orders may be paid any more. Saying so twice does no harm. */
export async function onOrderCloseRequested(request: CloseRequest, context: WorkContext): Promise<void> {
  await untilSaved(async () => {
    const first = await payments.findById(request.appointmentId);
    if (!first) return (await insertClosed(request, context)) ? null : CHANGED;
    if (first.turns?.isEnded) return null;
    return (await payments.replace(withTurns(first, { isEnded: true }))) ? null : CHANGED;
  });
  const current = await currentOrder(request, context);
  const state = await untilSaved(async () => {
    const payment = await payments.findById(current);
    return payment ? toClosing(payment, context) : 'closed';
  });
  if (state === 'closing') await settleOrder(current, context);
}

/** The order that may still be paid; a number that was only given out gets a closed document. */
async function currentOrder(request: CloseRequest, context: WorkContext): Promise<string> {
  const { later } = await chainOf(request.appointmentId);
  const last = later.at(-1);
  if (!last) return request.appointmentId;
  if (!last.payment) await insertClosed(request, context, last.paymentId);
  return last.paymentId;
}

/** A closed record in the place of one that was not written yet keeps a slow phone from opening it now. */
async function insertClosed(
  { appointmentId, accountId, amountFen }: CloseRequest,
  context: WorkContext,
  paymentId = appointmentId,
): Promise<boolean> {
  const closed = newPayment(
    {
      subject: { kind: 'appointment', id: appointmentId },
      paymentId,
      accountId,
      amountFen,
      state: 'closed',
      orderExpiresAt: context.now,
      dueAt: null,
      ...(paymentId === appointmentId ? { turns: { ...NO_TURNS, isEnded: true } } : {}),
    },
    context,
  );
  try {
    await payments.insert(closed);
    return true;
  } catch (thrown) {
    if (thrown instanceof DuplicateKeyError) return false;
    throw thrown;
  }
}

async function toClosing(
  payment: PaymentRecord,
  context: WorkContext,
): Promise<PaymentRecord['state'] | typeof CHANGED> {
  if (payment.state === 'paid') return 'paid';
  if (payment.state === 'closed') {
    // It ended before anybody asked, e.g. at its own expiry: whoever asks now must hear it too.
    const { appointmentId } = payment;
    const again = appointmentId === null ? [] : [message(context, 'order-closed', { appointmentId })];
    return (await savePayment(payment, 'payment.closed', again, context)) ? 'closed' : CHANGED;
  }
  const next = { ...payment, state: 'closing', givesWay: false, dueAt: context.now } as const;
  return (await savePayment(next, 'payment.closing', [], context)) ? 'closing' : CHANGED;
}
