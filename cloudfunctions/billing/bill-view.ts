import type { BillLineView, BillSummary, BillView } from '@core/contract/billing';
import { categorySums } from '@core/domain/billing/bill';
import { lastPayDay, standingOf } from '@core/domain/billing/bill-validity';
import { addFen, ZERO_FEN, type Fen } from '@core/domain/money';
import type { RefundView } from '@core/contract/booking';
import { isReleasedForRefund } from '@core/domain/clinic/order';
import { lastRefundDay, type RefundPolicy } from '@core/domain/billing/refund-policy';
import type { BillRecord, BillRefund } from '../_store/bills';
import type { OrderLine, OrderRecord } from '../_store/orders';
import { open } from '../_store/sealed-field';

export const maskedNameOf = ({ _id, maskedName }: BillRecord): string =>
  open(maskedName, { documentId: _id, field: 'maskedName' });

/** What went back of a bill, or is on its way. */
export const refundedOf = ({ refunds }: BillRecord): Fen =>
  refunds.reduce((sum, { amountFen }) => addFen(sum, amountFen), ZERO_FEN);

export const refundView = ({ amountFen, state, owner, at }: BillRefund): RefundView => ({
  amountFen,
  state,
  owner,
  at,
});

function payerOf({ payment }: BillRecord, callerId: string): BillSummary['payer'] {
  if (!payment) return null;
  if (payment.channel === 'cash') return 'window';
  return payment.payerId === callerId ? 'you' : 'other';
}

/** Who looks at a bill, when, and for how many days after the visit it can be paid. */
interface Looking {
  readonly callerId: string;
  readonly payDays: number;
  readonly now: number;
}

/** A bill in a list, as `callerId` sees it. */
export function billSummary(bill: BillRecord, { callerId, payDays, now }: Looking): BillSummary {
  const { orderId, appointmentId, patientId, practitionerName, clinicName, day, placedAt, totalFen } = bill;
  return {
    billId: bill._id,
    orderId,
    appointmentId,
    patientId,
    maskedPatientName: maskedNameOf(bill),
    practitionerName,
    clinicName,
    day,
    placedAt,
    state: standingOf(bill, payDays, now),
    payUntil: lastPayDay(day, payDays),
    totalFen,
    paidFen: bill.payment?.amountFen ?? ZERO_FEN,
    refundedFen: refundedOf(bill),
    categories: categorySums(bill.lines),
    paidAt: bill.payment?.paidAt ?? null,
    payer: payerOf(bill, callerId),
  };
}

const progressOf = (line: OrderLine) => (isReleasedForRefund(line) ? 'released' : line.state);

export function billLineViews(bill: BillRecord, order: OrderRecord | null): BillLineView[] {
  return bill.lines.map((line) => {
    const refund = bill.refunds.find(({ lineId }) => lineId === line.lineId);
    const ordered = order?.lines.find(({ lineId }) => lineId === line.lineId);
    return {
      ...line,
      placeId: ordered?.placeId ?? null,
      progress: ordered ? progressOf(ordered) : null,
      refund: refund ? refundView(refund) : null,
    };
  });
}

/** What was charged too much of a bill. */
export function excessOf({ refunds }: BillRecord): RefundView | null {
  const excess = refunds.find(({ lineId }) => lineId === null);
  return excess ? refundView(excess) : null;
}

/** What a bill's page shows beside the bill itself. */
interface BillSurroundings extends Looking {
  readonly order: OrderRecord | null;
  readonly invoicePrinted: boolean;
  readonly policy: RefundPolicy;
}

/** A bill with its lines: for the patient and whom they trust with it. */
export const billView = (
  bill: BillRecord,
  { order, invoicePrinted, policy, ...looking }: BillSurroundings,
): BillView => ({
  ...billSummary(bill, looking),
  lines: billLineViews(bill, order),
  excess: excessOf(bill),
  invoicePrinted,
  refundUntil: lastRefundDay(bill.day, policy),
});
