import type { WindowBill } from '@core/contract/billing';
import { lastPayDay, standingOf } from '@core/domain/billing/bill-validity';
import { ZERO_FEN } from '@core/domain/money';
import type { BillRecord } from '../_store/bills';
import type { RulePack } from '../_store/catalog';
import { orders } from '../_store/orders';
import { refundClause } from '../_store/refund-clause';
import { billLineViews, excessOf } from './bill-view';
import { decideLine } from './decide-line';
import { paidAtWindow, windowPayment } from './window-payment';

/** A bill as the window sees it: each line with what the rules say of giving it back now. */
export async function windowBill(
  bill: BillRecord,
  { rulePack, now }: { readonly rulePack: RulePack; readonly now: number },
): Promise<WindowBill> {
  const [paid, order] = await Promise.all([paidAtWindow(bill._id), orders.findById(bill.orderId)]);
  const lines = billLineViews(bill, order).map((line) => {
    const found = decideLine({ bill, order, lineId: line.lineId, invoice: paid.invoice }, rulePack, now);
    if (!found) return { ...line, refunding: null };
    const { decision, way } = found;
    return { ...line, refunding: { decision, clause: refundClause(decision.rule, rulePack), ...way } };
  });
  const state = standingOf(bill, rulePack.billPayDays, now);
  return {
    billId: bill._id,
    practitionerName: bill.practitionerName,
    clinicName: bill.clinicName,
    day: bill.day,
    state,
    payUntil: lastPayDay(bill.day, rulePack.billPayDays),
    totalFen: bill.totalFen,
    lines,
    excess: excessOf(bill),
    payment: windowPayment(bill._id, paid),
    cashFen: state === 'due' && !paid.payment ? bill.totalFen : ZERO_FEN,
  };
}
