import type { OpenedBillOrder } from '@core/contract/billing';
import type { Fen } from '@core/domain/money';
import { api } from '../api';
import { rememberSaidPaid } from '../appointment/said-paid';
import { requestPayment, type ConfirmationPorts, type PayOutcome } from '../pay';
import { newRequestId } from '../request-id';

/** changed: the order is of another sum than the payer has read, so that no sheet was opened. */
export type OrderOutcome = PayOutcome | 'changed';

interface Agreed {
  /** What is remembered as said to be paid. */
  readonly subject: string;
  /** The sum on the page. */
  readonly amountFen: Fen;
}

/** Opens WeChat's sheet for an order; what the phone then says of it is remembered, in case the app is closed now. */
export async function payOrder(
  order: OpenedBillOrder,
  { subject, amountFen }: Agreed,
): Promise<OrderOutcome> {
  if (order.amountFen !== amountFen) return 'changed';
  const outcome = await requestPayment(order.payment);
  if (outcome === 'done') rememberSaidPaid(subject);
  return outcome;
}

/** What an unfinished payment leaves behind. Empty where it is done. */
export function unfinishedNote(outcome: OrderOutcome): string {
  switch (outcome) {
    case 'done':
      return '';
    case 'cancelled':
      return '您没有付款，随时可以再付。';
    case 'changed':
      return '金额刚刚变了，还没有付款。请看清新的金额再付。';
    case 'failed':
      return '付款没有成功，没有扣钱，可以再试一次。';
  }
}

/** The ports by which one order for a bill is asked about. */
export const billConfirmation = (paymentId: string, isWanted: () => boolean): ConfirmationPorts => ({
  isWanted,
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  async ask() {
    const answer = await api.billing.confirmBillPayment({ requestId: newRequestId(), paymentId });
    return answer.ok ? answer.value.state : null;
  },
});
