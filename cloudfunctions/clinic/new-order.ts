import type { clinic } from '@core/contract/clinic';
import type { InputOf } from '@core/contract/procedure';
import { audited, COURIER_DELAY_MS, message, type CallContext } from '../_kernel/call-context';
import type { EncounterRecord } from '../_store/encounters';
import { desksOf, type OrderLine, type OrderRecord } from '../_store/orders';
import type { PriceItem } from '../_store/price-list';
import { open, seal } from '../_store/sealed-field';

type Ordered = InputOf<typeof clinic.procedures.placeOrder>['items'][number];

/** A line with its price as it stands now; a later price list changes nothing of it. */
export const orderLine = (item: PriceItem, { quantity }: Ordered, index: number): OrderLine => ({
  lineId: `l${String(index + 1)}`,
  itemId: item.itemId,
  name: item.name,
  category: item.category,
  desk: item.desk,
  feeFen: item.feeFen,
  quantity,
  placeId: item.placeId,
  preparation: item.preparation,
  state: 'ordered',
  // What costs nothing needs no bill.
  paid: item.feeFen === 0,
  cancelledAt: null,
  notDoneAt: null,
  executedAt: null,
  cancelReason: null,
  notDoneReason: null,
});

interface Placed {
  readonly orderId: string;
  readonly encounter: EncounterRecord;
  readonly lines: readonly OrderLine[];
  readonly request: { readonly requestId: string; readonly bodyIndex: string };
}

/** The order of an encounter, with the word to the till. */
export function newOrder({ orderId, encounter, lines, request }: Placed, context: CallContext): OrderRecord {
  const { _id: appointmentId, patientId, accountId, practitionerId, practitionerName } = encounter;
  const name = open(encounter.maskedName, { documentId: appointmentId, field: 'maskedName' });
  return {
    _id: orderId,
    revision: 0,
    patientId,
    accountId,
    maskedName: seal(name, { documentId: orderId, field: 'maskedName' }),
    appointmentId,
    practitionerId,
    practitionerName,
    clinicId: encounter.clinicId,
    clinicName: encounter.clinicName,
    day: encounter.day,
    placedAt: context.now,
    desks: desksOf(lines),
    lines,
    requests: [{ ...request, at: context.now }],
    audit: [audited(context, 'clinic.placeOrder')],
    outbox: [message(context, 'order-placed', { orderId })],
    outboxDueAt: context.now + COURIER_DELAY_MS,
  };
}
