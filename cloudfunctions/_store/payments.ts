import type { PaymentRequest } from '@core/contract/billing';
import type { Invoice } from '@core/domain/billing/invoice';
import type { Line } from '@core/domain/billing/ledger';
import type { Fen } from '@core/domain/money';
import { NOBODY, replaceIfUnchanged, type Aggregate } from './aggregate';
import { Collection, command } from './collection';

/** A line of the ledger; the lines of one posting sum to zero. */
export type PostingLine = Line;

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

/** A further order, of another payer or at another time; its document may not be written yet. */
export interface LaterOrder {
  readonly paymentId: string;
  readonly payerId: string;
}

/** Whose turn it is to pay; kept in the first order's document, so that turns change one after the other. */
export interface OrderTurns {
  readonly later: readonly LaterOrder[];
  /** Which of the orders was paid first. */
  readonly paidBy: string | null;
  /** No further order may be opened. */
  readonly isEnded: boolean;
}

export const NO_TURNS: OrderTurns = { later: [], paidBy: null, isEnded: false };

/**
 * One order for an appointment or a bill, and what was refunded of it. `_id` is also WeChat's out_trade_no, so a retry can
 * never open a second order: the first one has the id of what is paid for, later ones that and a number. A `closed` record
 * without a prepayment blocks a late opening.
 */
export interface PaymentRecord extends Aggregate {
  /** Null where a bill is paid. */
  readonly appointmentId: string | null;
  /** Absent where an appointment is paid. */
  readonly billId?: string;
  readonly patientId?: string;
  /** Who pays. */
  readonly accountId: string;
  /** Absent: by WeChat. */
  readonly channel?: 'wechat' | 'cash';
  readonly amountFen: Fen;
  readonly state: 'opening' | 'open' | 'closing' | 'closed' | 'paid';
  /** It is closed so that somebody else can pay: nothing ends with it. */
  readonly givesWay?: boolean;
  readonly request: PaymentRequest | null;
  readonly orderExpiresAt: number;
  readonly transactionId: string | null;
  readonly paidAt: number | null;
  readonly refunds: readonly RefundRecord[];
  readonly postings: readonly Posting[];
  /** Only in the first order's document; absent: nothing but that order, no paper printed. */
  readonly turns?: OrderTurns;
  readonly invoice?: Invoice;
  /** When the settling timer looks at it again; null where nothing is open. */
  readonly dueAt: number | null;
  /** Since when a person has to look after a refund of it; null or absent where nobody has to. */
  readonly staffSince?: number | null;
}

/** The appointment or bill that is paid for: also the id of its first order. */
export const subjectOf = ({ _id, appointmentId, billId }: PaymentRecord): string =>
  billId ?? appointmentId ?? _id;

const collection = new Collection<PaymentRecord>('payments');

export const payments = {
  findById: (paymentId: string) => collection.findById(paymentId),
  findDue: (now: number, limit: number) =>
    collection.find({ dueAt: command().lte(now) }, { limit, orderBy: ['dueAt', 'asc'] }),
  /** Those with a refund that waits for a person, the longest waiting first. */
  findForStaff: (limit: number) =>
    collection.find({ staffSince: command().gt(0) }, { limit, orderBy: ['staffSince', 'asc'] }),
  /** Orders of a payer, for whomever they paid. */
  findOfPayer: (accountId: string) =>
    collection.find({ accountId }, { limit: 1000, fields: ['_id', 'billId'] }),
  /** @throws DuplicateKeyError where the order exists. */
  insert: (payment: PaymentRecord) => collection.insert(payment),
  /** Cuts the payment of a deleted account off from it. */
  detach: (paymentId: string): Promise<boolean> =>
    collection.updateIf(paymentId, {}, { accountId: NOBODY, revision: command().inc(1) }),
  replace: (next: PaymentRecord) => replaceIfUnchanged(collection, next),
};
