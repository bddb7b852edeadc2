import type { AdmissionView } from '@core/contract/clinic-views';
import type { AdmissionRecord } from '../_store/admissions';
import { open } from '../_store/sealed-field';

/** Where a patient's way into the ward stands. */
export const admissionView = (record: AdmissionRecord): AdmissionView => ({
  admissionId: record._id,
  patientId: record.patientId,
  maskedPatientName: open(record.maskedName, { documentId: record._id, field: 'maskedName' }),
  practitionerName: record.practitionerName,
  ward: record.wardName,
  placeId: record.placeId,
  reason: open(record.reason, { documentId: record._id, field: 'reason' }),
  plannedDay: record.plannedDay,
  state: record.state,
  bed: record.bed,
  note: record.note,
  steps: record.steps,
});
