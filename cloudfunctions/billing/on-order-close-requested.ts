import type { Events } from '@core/contract/events';
import { message, type WorkContext } from '../_kernel/call-context';
import { CHANGED, untilSaved } from '../_kernel/retry';
import { payments, type PaymentRecord } from '../_store/payments';
import { DuplicateKeyError } from '../_store/store-errors';
import { newPayment } from './new-payment';
import { savePayment } from './payment-changes';
import { settleOrder } from './settle-order';

type CloseRequest = Events['order-close-requested'];

/** The appointment is to end: its order must never be paid any more. Saying so twice does no harm. */
export async function onOrderCloseRequested(request: CloseRequest, context: WorkContext): Promise<void> {
  const state = await untilSaved(async () => {
    const payment = await payments.findById(request.appointmentId);
    if (!payment) return (await insertClosed(request, context)) ? 'closed' : CHANGED;
    return toClosing(payment, context);
  });
  if (state === 'closing') await settleOrder(request.appointmentId, context);
}

/** No order was opened yet: a closed record keeps a slow phone from opening one now. */
async function insertClosed(
  { appointmentId, accountId, amountFen }: CloseRequest,
  context: WorkContext,
): Promise<boolean> {
  const messages = [message(context, 'order-closed', { appointmentId })];
  try {
    await payments.insert(
      newPayment(
        {
          appointmentId,
          accountId,
          amountFen,
          state: 'closed',
          orderExpiresAt: context.now,
          dueAt: null,
          messages,
        },
        context,
      ),
    );
  } catch (thrown) {
    if (thrown instanceof DuplicateKeyError) return false;
    throw thrown;
  }
  context.posted({ collection: 'payments', documentId: appointmentId, messages });
  return true;
}

async function toClosing(
  payment: PaymentRecord,
  context: WorkContext,
): Promise<PaymentRecord['state'] | typeof CHANGED> {
  if (payment.state === 'paid') return 'paid';
  if (payment.state === 'closed') {
    // It ended before anybody asked, e.g. at its own expiry: whoever asks now must hear it too.
    const again = message(context, 'order-closed', { appointmentId: payment.appointmentId });
    return (await savePayment(payment, 'payment.closed', [again], context)) ? 'closed' : CHANGED;
  }
  const next = { ...payment, state: 'closing', dueAt: context.now } as const;
  return (await savePayment(next, 'payment.closing', [], context)) ? 'closing' : CHANGED;
}
