import { billLines, totalOfLines } from '@core/domain/billing/bill';
import { audited, COURIER_DELAY_MS, type WorkContext } from '../_kernel/call-context';
import { CHANGED, untilSaved } from '../_kernel/retry';
import { billIdOf } from '../_store/bill-codes';
import { bills, type BillRecord } from '../_store/bills';
import { orders, type OrderRecord } from '../_store/orders';
import { open, seal } from '../_store/sealed-field';
import { insertedFirst } from '../_store/inserted-first';

/** Makes the bill of an order, or lets an unpaid one follow it. Doing it again, or late, changes nothing. */
export async function syncBill(
  { orderId }: { readonly orderId: string },
  context: WorkContext,
): Promise<void> {
  await untilSaved(async () => {
    const [order, bill] = await Promise.all([orders.findById(orderId), bills.findById(billIdOf(orderId))]);
    if (!order) throw new Error('A bill for an order that does not exist');
    if (!bill) return (await inserted(newBill(order, context))) ? null : CHANGED;
    if (bill.state === 'paid') return null;
    const next = { ...bill, ...costOf(order) };
    if (JSON.stringify(next.lines) === JSON.stringify(bill.lines)) return null;
    const audit = [...bill.audit, audited(context, `bill.${next.state}`)];
    const outboxDueAt = context.now + COURIER_DELAY_MS;
    return (await bills.replace({ ...next, audit, outboxDueAt })) ? null : CHANGED;
  });
}

/** What is to be paid of an order as it stands. */
export function costOf({ lines: ordered }: OrderRecord): Pick<BillRecord, 'lines' | 'totalFen' | 'state'> {
  const lines = billLines(ordered);
  const totalFen = totalOfLines(lines);
  return { lines, totalFen, state: totalFen > 0 ? 'due' : 'void' };
}

function newBill(order: OrderRecord, context: WorkContext): BillRecord {
  const _id = billIdOf(order._id);
  const { patientId, accountId, appointmentId, practitionerId, practitionerName, clinicName, day, placedAt } =
    order;
  const name = open(order.maskedName, { documentId: order._id, field: 'maskedName' });
  return {
    _id,
    revision: 0,
    orderId: order._id,
    patientId,
    accountId,
    appointmentId,
    practitionerId,
    practitionerName,
    clinicName,
    maskedName: seal(name, { documentId: _id, field: 'maskedName' }),
    day,
    placedAt,
    ...costOf(order),
    payment: null,
    refunds: [],
    requests: [],
    audit: [audited(context, 'bill.made')],
    outbox: [],
    outboxDueAt: context.now + COURIER_DELAY_MS,
  };
}

const inserted = (bill: BillRecord): Promise<boolean> => insertedFirst(bills.insert(bill));
