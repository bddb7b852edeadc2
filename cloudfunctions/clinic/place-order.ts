import type { clinic } from '@core/contract/clinic';
import type { Answer } from '@core/contract/procedure';
import { accept, refuse } from '@core/domain/result';
import { bodyIndexOf, replayOf } from '../_kernel/requests';
import type { UseCase } from '../_kernel/serve';
import { blindIndex } from '../_store/blind-index';
import { encounters } from '../_store/encounters';
import { orders, type OrderRecord } from '../_store/orders';
import { priceList } from '../_store/price-list';
import { DuplicateKeyError } from '../_store/store-errors';
import { newOrder, orderLine } from './new-order';
import { orderView } from './order-view';

type Procedure = typeof clinic.procedures.placeOrder;

/** Orders from the price list for the patient in the room; the bill follows by itself. */
export const placeOrder: UseCase<Procedure> = async (input, context) => {
  const { requestId, appointmentId } = input;
  const orderId = `o${blindIndex('order', `${context.caller.accountId}\n${requestId}`)}`;
  const bodyIndex = bodyIndexOf('placeOrder', input);
  const before = await orders.findById(orderId);
  if (before) return again(before, requestId, bodyIndex);

  const [encounter, items] = await Promise.all([
    encounters.findById(appointmentId),
    priceList.current(context.now),
  ]);
  if (!encounter) return refuse('NOT_FOUND', null);
  if (encounter.state !== 'in-room') return refuse('ENCOUNTER_NOT_OPEN', null);
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
