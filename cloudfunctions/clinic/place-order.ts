import type { clinic } from '@core/contract/clinic';
import type { Answer } from '@core/contract/procedure';
import { isSameOrder } from '@core/domain/clinic/repeated-order';
import { accept, refuse } from '@core/domain/result';
import { bodyIndexOf, remember, replayOf } from '../_kernel/requests';
import { CHANGED, untilSaved } from '../_kernel/retry';
import type { UseCase } from '../_kernel/serve';
import type { AcceptedRequest } from '../_store/aggregate';
import { blindIndex } from '../_store/blind-index';
import { encounters } from '../_store/encounters';
import { orders, type OrderRecord } from '../_store/orders';
import { priceList } from '../_store/price-list';
import { DuplicateKeyError } from '../_store/store-errors';
import { newOrder, orderLine } from './new-order';
import { orderView } from './order-view';

type Procedure = typeof clinic.procedures.placeOrder;

/**
 * Orders from the price list for the patient in the room; the bill follows by itself. A phone that was killed before it had
 * the answer knows its request no more: the same order again, within minutes, is the first one.
 */
export const placeOrder: UseCase<Procedure> = async (input, context) => {
  const { requestId, appointmentId } = input;
  const orderId = `o${blindIndex('order', `${context.caller.accountId}\n${requestId}`)}`;
  const bodyIndex = bodyIndexOf('placeOrder', input);
  const before = await orders.findById(orderId);
  if (before) return again(before, requestId, bodyIndex);

  const [encounter, items, earlier] = await Promise.all([
    encounters.findById(appointmentId),
    priceList.current(context.now),
    orders.findByAppointment(appointmentId),
  ]);
  if (!encounter) return refuse('NOT_FOUND', null);
  const answered = earlier.find(({ requests }) => requests.some((one) => one.requestId === requestId));
  if (answered) return again(answered, requestId, bodyIndex);
  if (encounter.state !== 'in-room') return refuse('ENCOUNTER_NOT_OPEN', null);
  const { practitionerId } = encounter;
  const same = earlier.find((one) => isSameOrder(one, { practitionerId, items: input.items }, context.now));
  if (same) return sameOrder(same._id, { requestId, bodyIndex, at: context.now });
  const known = new Map(items.map((item) => [item.itemId, item]));
  const unknown = input.items.find(({ itemId }) => !known.has(itemId));
  if (unknown) return refuse('ITEM_UNKNOWN', { itemId: unknown.itemId });

  const lines = input.items.flatMap((ordered, index) => {
    const item = known.get(ordered.itemId);
    return item ? [orderLine(item, ordered, index)] : [];
  });
  const record = newOrder({ orderId, encounter, lines, request: { requestId, bodyIndex } }, context);
  try {
    await orders.insert(record);
  } catch (thrown) {
    if (!(thrown instanceof DuplicateKeyError)) throw thrown;
    const twin = await orders.findById(orderId);
    return twin ? again(twin, requestId, bodyIndex) : refuse('BUSY', null);
  }
  context.posted({ collection: 'orders', documentId: orderId, messages: record.outbox });
  return accept(orderView(record));
};

const again = (record: OrderRecord, requestId: string, bodyIndex: string): Answer<Procedure> =>
  replayOf(record.requests, requestId, bodyIndex) === 'same'
    ? accept(orderView(record))
    : refuse('REQUEST_ID_REUSED', null);

/** The order that was placed before, with this request remembered beside the first one. */
const sameOrder = (orderId: string, request: AcceptedRequest): Promise<Answer<Procedure>> =>
  untilSaved<Answer<Procedure>>(async () => {
    const order = await orders.findById(orderId);
    if (!order) return refuse('NOT_FOUND', null);
    const requests = remember(order.requests, request);
    return (await orders.replace({ ...order, requests })) ? accept(orderView(order)) : CHANGED;
  });
