import type { Invoice } from '@core/domain/billing/invoice';
import { countsAsPrinted } from '@core/domain/billing/invoice';
import { decideRefund, type Decision } from '@core/domain/billing/refund-policy';
import { windowWay, type WindowWay } from '@core/domain/billing/window-steps';
import { dayOf } from '@core/domain/calendar-day';
import { ZERO_FEN } from '@core/domain/money';
import type { BillRecord } from '../_store/bills';
import type { RulePack } from '../_store/catalog';
import type { OrderRecord } from '../_store/orders';

interface Line {
  readonly bill: BillRecord;
  readonly order: OrderRecord | null;
  readonly lineId: string;
  readonly invoice: Invoice;
}

/** What the rules say of giving a line's money back now; null where nothing of it is left with the hospital. */
export function decideLine(
  { bill, order, lineId, invoice }: Line,
  { refund: policy }: RulePack,
  now: number,
): { readonly decision: Decision; readonly way: WindowWay } | null {
  const line = bill.lines.find((one) => one.lineId === lineId);
  const ordered = order?.lines.find((one) => one.lineId === lineId);
  if (!line || !ordered || !bill.payment || line.amountFen === 0) return null;
  if (bill.refunds.some((refund) => refund.lineId === lineId)) return null;
  const { channel } = bill.payment;
  const decision = decideRefund(
    {
      kind: 'item',
      channel,
      paidFen: line.amountFen,
      refundedFen: ZERO_FEN,
      wantedFen: line.amountFen,
      visitDay: bill.day,
      today: dayOf(now),
      // It was ordered by a doctor during the visit.
      seen: true,
      invoicePrinted: countsAsPrinted(invoice),
      executed: ordered.state === 'executed',
      cause: 'patient',
    },
    policy,
  );
  const cancelledByDoctor = ordered.cancelledAt !== null;
  const confirmedNotDone = ordered.notDoneAt !== null;
  const facts = { kind: 'item', channel, invoice, cancelledByDoctor, confirmedNotDone } as const;
  return { decision, way: windowWay(decision, facts) };
}
