import type { Events } from '@core/contract/events';
import { fen } from '@core/domain/money';
import { message, type WorkContext } from '../_kernel/call-context';
import { CHANGED, untilSaved } from '../_kernel/retry';
import { bills, type BillRecord, type BillRefund } from '../_store/bills';
import { orders } from '../_store/orders';
import { payments, type PaymentRecord } from '../_store/payments';
import { saveBill } from './save-bill';
import { costOf } from './sync-bill';

type Confirmed = Events['bill-payment-confirmed'];

/**
 * The bill is paid, and whoever ordered hears it. Where the doctor took lines back while the money was under way, their
 * part is more than was owed and goes back by itself (rule A8).
 */
export async function onBillPaymentConfirmed(event: Confirmed, context: WorkContext): Promise<void> {
  await untilSaved(async () => {
    const [bill, payment] = await Promise.all([
      bills.findById(event.billId),
      payments.findById(event.paymentId),
    ]);
    if (!bill || !payment) throw new Error('A payment for a bill that does not exist');
    if (bill.state === 'paid') return null;
    const { _id: billId, orderId } = bill;
    // The doctor may have taken something back so lately that the bill has not heard of it.
    const order = await orders.findById(orderId);
    const next = paidBill(order ? { ...bill, ...costOf(order) } : bill, payment, event);
    const messages = [
      message(context, 'bill-paid', { billId, orderId, at: event.paidAt }),
      ...next.refunds.map(({ refundId, amountFen, rule }) =>
        message(context, 'bill-refund-requested', {
          billId,
          paymentId: payment._id,
          refundId,
          amountFen,
          rule,
        }),
      ),
    ];
    return (await saveBill(next, { action: 'bill.paid', messages }, context)) ? null : CHANGED;
  });
}

function paidBill(bill: BillRecord, payment: PaymentRecord, { amountFen, paidAt }: Confirmed): BillRecord {
  const { _id: paymentId, accountId: payerId, channel = 'wechat' } = payment;
  const excess = fen(Math.max(0, amountFen - bill.totalFen));
  const back: BillRefund = {
    refundId: `${paymentId}r0`,
    lineId: null,
    rule: 'A8',
    amountFen: excess,
    state: 'requested',
    owner: null,
    at: paidAt,
  };
  return {
    ...bill,
    state: 'paid',
    payment: { paymentId, channel, payerId, amountFen, paidAt },
    refunds: excess > 0 ? [back] : [],
  };
}
