import type { billing } from '@core/contract/billing';
import type { InputOf } from '@core/contract/procedure';
import { NO_INVOICE } from '@core/domain/billing/invoice';
import { accept, refuse } from '@core/domain/result';
import type { Decision } from '@core/domain/billing/refund-policy';
import { message, type CallContext } from '../_kernel/call-context';
import { bodyIndexOf, remember, replayOf } from '../_kernel/requests';
import { CHANGED, untilSaved } from '../_kernel/retry';
import type { UseCase } from '../_kernel/serve';
import { bills, type BillRecord, type BillRefund } from '../_store/bills';
import { catalogue, type RulePack } from '../_store/catalog';
import { orders } from '../_store/orders';
import { payments } from '../_store/payments';
import { refundClause } from '../_store/refund-clause';
import { decideLine } from './decide-line';
import { saveBill } from './save-bill';

type Procedure = typeof billing.procedures.refundBillLine;

/** Gives a line back at the window, by the rule that was read out, where doctor, desk and paper allow it. */
export const refundBillLine: UseCase<Procedure> = async (input, context) => {
  const { rulePack } = await catalogue.current(context.now);
  return untilSaved(async () => {
    const bill = await bills.findById(input.billId);
    return bill ? refundOnce(bill, { input, context, rulePack }) : refuse('NOT_FOUND', null);
  });
};

interface Refunding {
  readonly input: InputOf<Procedure>;
  readonly context: CallContext;
  readonly rulePack: RulePack;
}

async function refundOnce(bill: BillRecord, { input, context, rulePack }: Refunding) {
  const bodyIndex = bodyIndexOf('refundBillLine', input);
  const replay = replayOf(bill.requests, input.requestId, bodyIndex);
  if (replay === 'reused') return refuse('REQUEST_ID_REUSED', null);
  if (replay === 'same') return accept(null);
  const [order, first] = await Promise.all([orders.findById(bill.orderId), payments.findById(bill._id)]);
  const invoice = first?.invoice ?? NO_INVOICE;
  const found = decideLine({ bill, order, lineId: input.lineId, invoice }, rulePack, context.now);
  if (!found || !bill.payment) return refuse('NOT_FOUND', null);
  const { decision, way } = found;
  if (decision.outcome !== 'window' || way.missing.length > 0) {
    const clause = refundClause(decision.rule, rulePack);
    return refuse('REFUND_REFUSED', { decision, clause, missing: way.missing });
  }
  if (decision.rule !== input.rule) return refuse('DECISION_CHANGED', { decision });
  const { paymentId } = bill.payment;
  const refund = newRefund(bill, { paymentId, lineId: input.lineId, decision }, context.now);
  const requests = remember(bill.requests, { requestId: input.requestId, bodyIndex, at: context.now });
  const { refundId, amountFen, rule } = refund;
  const messages = [
    message(context, 'bill-refund-requested', { billId: bill._id, paymentId, refundId, amountFen, rule }),
    message(context, 'item-refunded', { orderId: bill.orderId, lineId: input.lineId }),
  ];
  const next = { ...bill, refunds: [...bill.refunds, refund], requests };
  const saved = await saveBill(next, { action: 'bill.refund', reason: rule, messages }, context);
  return saved ? accept(null) : CHANGED;
}

interface NewRefund {
  readonly paymentId: string;
  readonly lineId: string;
  readonly decision: Decision;
}

/** The number follows from the line: asking for it twice asks for the same refund. */
function newRefund(bill: BillRecord, { paymentId, lineId, decision }: NewRefund, at: number): BillRefund {
  const place = bill.lines.findIndex((line) => line.lineId === lineId) + 1;
  const { rule, amountFen } = decision;
  return {
    refundId: `${paymentId}r${String(place)}`,
    lineId,
    rule,
    amountFen,
    state: 'requested',
    owner: null,
    at,
  };
}
