import type { BillLine } from '@core/domain/billing/bill';
import type { CalendarDay } from '@core/domain/calendar-day';
import type { Fen } from '@core/domain/money';
import { NOBODY, replaceIfUnchanged, type Aggregate } from './aggregate';
import type { StoredRefund } from './appointments';
import { Collection, command } from './collection';
import type { Sealed } from './sealed-field';

/** Money of a bill on its way back. `lineId` is null where it is the excess of what was charged. */
export interface BillRefund extends StoredRefund {
  readonly lineId: string | null;
}

/** How a bill was paid. */
export interface BillPayment {
  readonly paymentId: string;
  readonly channel: 'wechat' | 'cash';
  /** The account that paid; the till's own name for cash. */
  readonly payerId: string;
  readonly amountFen: Fen;
  readonly paidAt: number;
}

/**
 * What one order of a doctor costs. `_id` is `b` and eleven digits made of the order's id: an order has one bill. The lines
 * follow the order until they are paid, and stay as they are from then on.
 */
export interface BillRecord extends Aggregate {
  readonly orderId: string;
  readonly patientId: string;
  /** The account on whose books the appointment is. */
  readonly accountId: string;
  readonly appointmentId: string;
  readonly practitionerId: string;
  readonly practitionerName: string;
  readonly clinicName: string;
  /** Masked name sealed at field `maskedName`. */
  readonly maskedName: Sealed;
  /** The visit's day: refunds count from it. */
  readonly day: CalendarDay;
  readonly placedAt: number;
  readonly state: 'due' | 'paid' | 'void';
  readonly lines: readonly BillLine[];
  readonly totalFen: Fen;
  readonly payment: BillPayment | null;
  readonly refunds: readonly BillRefund[];
}

const collection = new Collection<BillRecord>('bills');
const LATEST_FIRST = ['placedAt', 'desc'] as const;

export const bills = {
  findById: (billId: string) => collection.findById(billId),
  findByPatient: (patientId: string) => collection.find({ patientId }, { limit: 200, orderBy: LATEST_FIRST }),
  findIdsOfAccount: async (accountId: string): Promise<string[]> =>
    (await collection.find({ accountId }, { limit: 1000, fields: ['_id'] })).map(({ _id }) => _id),
  /** Cuts the bill of a deleted account off from it. */
  detach: (billId: string): Promise<boolean> =>
    collection.updateIf(billId, {}, { accountId: NOBODY, revision: command().inc(1) }),
  /** Cuts the bill off from a deleted account that paid it. */
  detachPayer: (billId: string, accountId: string): Promise<boolean> =>
    collection.updateIf(
      billId,
      { 'payment.payerId': accountId },
      { 'payment.payerId': NOBODY, revision: command().inc(1) },
    ),
  /** @throws DuplicateKeyError where the order has its bill. */
  insert: (bill: BillRecord) => collection.insert(bill),
  replace: (next: BillRecord) => replaceIfUnchanged(collection, next),
};
