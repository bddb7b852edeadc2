import type { Fen } from '@core/domain/money';
import type { PaymentRequest } from '@core/contract/billing';
import { NOBODY, replaceIfUnchanged, type Aggregate } from './aggregate';
import { Collection, command } from './collection';

/** A line of the ledger; the lines of one posting sum to zero. */
export interface PostingLine {
  readonly account: 'wechat' | 'registration-income' | 'refund-payable';
  readonly amountFen: Fen;
}

export interface Posting {
  readonly postingId: string;
  readonly at: number;
  readonly why: 'payment' | 'refund-requested' | 'refund-done';
  readonly lines: readonly PostingLine[];
}

export interface RefundRecord {
  /** Our refund number, reused by every retry. */
  readonly refundId: string;
  readonly amountFen: Fen;
  readonly rule: string;
  readonly state: 'requested' | 'accepted' | 'done' | 'failed' | 'needs-staff';
  readonly attempts: number;
  readonly nextAttemptAt: number | null;
  readonly owner: string | null;
  readonly requestedAt: number;
  readonly changedAt: number;
}

/**
 * The money of one appointment: one order, and what was refunded of it. `_id` is the appointment's id and also WeChat's
 * out_trade_no, so a retry can never open a second order. A `closed` record without a prepayment blocks a late opening.
 */
export interface PaymentRecord extends Aggregate {
  readonly appointmentId: string;
  readonly accountId: string;
  readonly amountFen: Fen;
  readonly state: 'opening' | 'open' | 'closing' | 'closed' | 'paid';
  readonly request: PaymentRequest | null;
  readonly orderExpiresAt: number;
  readonly transactionId: string | null;
  readonly paidAt: number | null;
  readonly refunds: readonly RefundRecord[];
  readonly postings: readonly Posting[];
  /** When the settling timer looks at it again; null where nothing is open. */
  readonly dueAt: number | null;
}

const collection = new Collection<PaymentRecord>('payments');

export const payments = {
  findById: (paymentId: string) => collection.findById(paymentId),
  findDue: (now: number, limit: number) =>
    collection.find({ dueAt: command().lte(now) }, { limit, orderBy: ['dueAt', 'asc'] }),
  /** @throws DuplicateKeyError where the order exists. */
  insert: (payment: PaymentRecord) => collection.insert(payment),
  /** Cuts the payment of a deleted account off from it. */
  detach: (paymentId: string): Promise<boolean> =>
    collection.updateIf(paymentId, {}, { accountId: NOBODY, revision: command().inc(1) }),
  replace: (next: PaymentRecord) => replaceIfUnchanged(collection, next),
};
