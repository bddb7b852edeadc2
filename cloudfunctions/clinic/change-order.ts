import type { OrderView } from '@core/contract/clinic-views';
import { accept, refuse, type Result } from '@core/domain/result';
import { audited, COURIER_DELAY_MS, message, type CallContext } from '../_kernel/call-context';
import { bodyIndexOf, remember, replayOf } from '../_kernel/requests';
import { CHANGED, untilSaved } from '../_kernel/retry';
import { orders, type OrderLine, type OrderRecord } from '../_store/orders';
import { orderView } from './order-view';

interface OrderChange<Bars extends object> {
  readonly procedure: 'cancelOrderLine' | 'markExecuted' | 'markNotDone' | 'undoExecuted';
  readonly input: { readonly requestId: string; readonly orderId: string; readonly lineId: string };
  /** Which lines the caller may touch and see. */
  readonly mayTouch: (line: OrderLine) => boolean;
  readonly step: (
    line: OrderLine,
    record: OrderRecord,
  ) => Result<OrderLine, Bars> | Promise<Result<OrderLine, Bars>>;
}

interface Anyway {
  NOT_FOUND: null;
  REQUEST_ID_REUSED: null;
}

/** One line of an order takes a step; the till hears of it. */
export function changeOrder<Bars extends object>(
  change: OrderChange<Bars>,
  context: CallContext,
): Promise<Result<OrderView, Bars> | Result<OrderView, Anyway>> {
  const { procedure, input, mayTouch } = change;
  const bodyIndex = bodyIndexOf(procedure, input);
  return untilSaved(async () => {
    const record = await orders.findById(input.orderId);
    const line = record?.lines.find(({ lineId }) => lineId === input.lineId);
    if (!record || !line || !mayTouch(line)) return refuse('NOT_FOUND', null);
    const replay = replayOf(record.requests, input.requestId, bodyIndex);
    if (replay === 'reused') return refuse('REQUEST_ID_REUSED', null);
    if (replay === 'same') return accept(orderView(record, mayTouch));
    const changed = await change.step(line, record);
    if (!changed.ok) return changed;
    const next = stepTaken(record, changed.value, procedure, context);
    const requests = remember(record.requests, { requestId: input.requestId, bodyIndex, at: context.now });
    if (!(await orders.replace({ ...next.record, requests }))) return CHANGED;
    context.posted({ collection: 'orders', documentId: record._id, messages: next.messages });
    return accept(orderView(next.record, mayTouch));
  });
}

function stepTaken(record: OrderRecord, line: OrderLine, procedure: string, context: CallContext) {
  const messages = [message(context, 'order-changed', { orderId: record._id })];
  const next: OrderRecord = {
    ...record,
    lines: record.lines.map((one) => (one.lineId === line.lineId ? line : one)),
    audit: [...record.audit, audited(context, `clinic.${procedure}`)],
    outbox: [...record.outbox, ...messages],
    outboxDueAt: context.now + COURIER_DELAY_MS,
  };
  return { record: next, messages };
}
