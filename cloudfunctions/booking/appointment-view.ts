import type { AppointmentView } from '@core/contract/booking';
import { decideCancellation } from '@core/domain/booking/appointment';
import type { AppointmentRecord } from '../_store/appointments';
import type { RulePack } from '../_store/catalog';
import { open } from '../_store/sealed-field';

/** An appointment as its owner's phone shows it. */
export function appointmentView(record: AppointmentRecord, rulePack: RulePack, now: number): AppointmentView {
  const { refund } = record;
  return {
    appointmentId: record._id,
    status: record.status,
    endedBy: record.endedBy,
    patientId: record.patientId,
    maskedPatientName: open(record.maskedName, { documentId: record._id, field: 'maskedName' }),
    practitionerId: record.practitionerId,
    practitionerName: record.practitionerName,
    practitionerTitle: record.practitionerTitle,
    clinicId: record.clinicId,
    clinicName: record.clinicName,
    place: record.place,
    day: record.day,
    start: record.start,
    end: record.end,
    queueNumber: record.seat,
    feeFen: record.feeFen,
    expiresAt: record.status === 'pending' ? record.holdExpiresAt : null,
    payment: record.payment,
    refund: refund && {
      amountFen: refund.amountFen,
      state: refund.state,
      owner: refund.owner,
      at: refund.at,
    },
    movedFrom: record.movedFrom,
    attendance: record.attendance ?? null,
    preparation: record.preparation,
    cancellation: decideCancellation(record, rulePack.refund, now),
    createdAt: record.createdAt,
  };
}
