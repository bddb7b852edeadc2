import type { AddOnSeat } from '@core/contract/booking';
import type { AppointmentRecord } from '../_store/appointments';
import { open } from '../_store/sealed-field';

/** An added seat as its doctor sees it. */
export const addOnSeat = (record: AppointmentRecord): AddOnSeat => ({
  appointmentId: record._id,
  maskedPatientName: open(record.maskedName, { documentId: record._id, field: 'maskedName' }),
  start: record.start,
  end: record.end,
  queueNumber: record.seat,
  feeFen: record.feeFen,
  expiresAt: record.status === 'pending' ? record.holdExpiresAt : null,
});
