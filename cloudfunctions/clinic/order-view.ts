import { undoUntil } from '@core/domain/clinic/order';
import { billIdOf } from '../_store/bill-codes';
import type { OrderLineView, OrderView } from '@core/contract/clinic-views';
import type { OrderLine, OrderRecord } from '../_store/orders';
import { open } from '../_store/sealed-field';

const lineView = (line: OrderLine): OrderLineView => ({
  lineId: line.lineId,
  itemId: line.itemId,
  name: line.name,
  category: line.category,
  desk: line.desk,
  feeFen: line.feeFen,
  quantity: line.quantity,
  placeId: line.placeId,
  preparation: line.preparation,
  state: line.state,
  paid: line.paid,
  cancelReason: line.cancelReason,
  notDoneReason: line.notDoneReason,
  undoUntil: line.state === 'executed' ? undoUntil(line) : null,
});

/** An order as phones show it; `shows` leaves out the lines of other desks. */
export const orderView = (
  record: OrderRecord,
  shows: (line: OrderLine) => boolean = () => true,
): OrderView => ({
  orderId: record._id,
  billId: billIdOf(record._id),
  appointmentId: record.appointmentId,
  patientId: record.patientId,
  maskedPatientName: open(record.maskedName, { documentId: record._id, field: 'maskedName' }),
  practitionerName: record.practitionerName,
  clinicName: record.clinicName,
  day: record.day,
  placedAt: record.placedAt,
  lines: record.lines.filter(shows).map(lineView),
});
