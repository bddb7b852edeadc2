import { audited, COURIER_DELAY_MS, type WorkContext } from '../_kernel/call-context';
import type { StoredMessage } from '../_store/outbox';
import type { PaymentRecord } from '../_store/payments';
import type { Fen } from '@core/domain/money';

interface Opening {
  readonly appointmentId: string;
  readonly accountId: string;
  readonly amountFen: Fen;
  readonly state: 'opening' | 'closed';
  readonly orderExpiresAt: number;
  readonly dueAt: number | null;
  readonly messages: readonly StoredMessage[];
}

/** The payment of an appointment, before WeChat knows of it, or closed so that WeChat never will. */
export const newPayment = (opening: Opening, context: WorkContext): PaymentRecord => ({
  _id: opening.appointmentId,
  revision: 0,
  appointmentId: opening.appointmentId,
  accountId: opening.accountId,
  amountFen: opening.amountFen,
  state: opening.state,
  request: null,
  orderExpiresAt: opening.orderExpiresAt,
  transactionId: null,
  paidAt: null,
  refunds: [],
  postings: [],
  dueAt: opening.dueAt,
  requests: [],
  audit: [audited(context, `payment.${opening.state}`)],
  outbox: opening.messages,
  outboxDueAt: context.now + COURIER_DELAY_MS,
});
