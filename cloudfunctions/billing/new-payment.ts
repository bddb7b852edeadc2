import { audited, COURIER_DELAY_MS, type WorkContext } from '../_kernel/call-context';
import type { StoredMessage } from '../_store/outbox';
import type { OrderTurns, PaymentRecord } from '../_store/payments';
import type { Fen } from '@core/domain/money';

interface Opening {
  /** What is paid for. */
  readonly subject: { readonly kind: 'appointment' | 'bill'; readonly id: string };
  /** Absent: the first order, which has the id of what is paid for. */
  readonly paymentId?: string;
  readonly patientId?: string;
  readonly accountId: string;
  readonly channel?: 'wechat' | 'cash';
  readonly amountFen: Fen;
  readonly state: 'opening' | 'closed';
  readonly orderExpiresAt: number;
  readonly dueAt: number | null;
  readonly turns?: OrderTurns;
  readonly messages?: readonly StoredMessage[];
}

/** An order, before WeChat knows of it, or closed so that WeChat never will. */
export const newPayment = (opening: Opening, context: WorkContext): PaymentRecord => ({
  _id: opening.paymentId ?? opening.subject.id,
  revision: 0,
  appointmentId: opening.subject.kind === 'appointment' ? opening.subject.id : null,
  ...(opening.subject.kind === 'bill' ? { billId: opening.subject.id } : {}),
  ...(opening.patientId === undefined ? {} : { patientId: opening.patientId }),
  accountId: opening.accountId,
  ...(opening.channel === 'cash' ? { channel: 'cash' } : {}),
  amountFen: opening.amountFen,
  state: opening.state,
  request: null,
  orderExpiresAt: opening.orderExpiresAt,
  transactionId: null,
  paidAt: null,
  refunds: [],
  postings: [],
  ...(opening.turns ? { turns: opening.turns } : {}),
  dueAt: opening.dueAt,
  requests: [],
  audit: [audited(context, `payment.${opening.state}`)],
  outbox: opening.messages ?? [],
  outboxDueAt: context.now + COURIER_DELAY_MS,
});
