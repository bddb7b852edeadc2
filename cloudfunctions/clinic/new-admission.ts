import type { clinic } from '@core/contract/clinic';
import type { InputOf } from '@core/contract/procedure';
import { audited, COURIER_DELAY_MS, type CallContext } from '../_kernel/call-context';
import { bodyIndexOf } from '../_kernel/requests';
import type { AdmissionRecord } from '../_store/admissions';
import type { EncounterRecord } from '../_store/encounters';
import { open, seal } from '../_store/sealed-field';
import type { Ward } from '../_store/wards';
import { admissionNews } from './admission-news';

interface Wanted {
  readonly admissionId: string;
  readonly input: InputOf<typeof clinic.procedures.requestAdmission>;
  readonly encounter: EncounterRecord;
  readonly ward: Ward;
}

/** The registration for a bed, with the word to those who have the patient's card. */
export async function newAdmission(
  { admissionId, input, encounter, ward }: Wanted,
  context: CallContext,
): Promise<AdmissionRecord> {
  const { _id: appointmentId, patientId } = encounter;
  const name = open(encounter.maskedName, { documentId: appointmentId, field: 'maskedName' });
  const record: AdmissionRecord = {
    _id: admissionId,
    revision: 0,
    patientId,
    accountId: encounter.accountId,
    maskedName: seal(name, { documentId: admissionId, field: 'maskedName' }),
    appointmentId,
    practitionerId: encounter.practitionerId,
    practitionerName: encounter.practitionerName,
    wardId: ward.wardId,
    wardName: ward.name,
    placeId: ward.placeId,
    reason: seal(input.reason, { documentId: admissionId, field: 'reason' }),
    plannedDay: input.plannedDay,
    state: 'requested',
    bed: null,
    note: null,
    steps: [{ state: 'requested', at: context.now }],
    openKey: patientId,
    requestedAt: context.now,
    requests: [
      { requestId: input.requestId, bodyIndex: bodyIndexOf('requestAdmission', input), at: context.now },
    ],
    audit: [audited(context, 'clinic.requestAdmission')],
    outbox: [],
    outboxDueAt: context.now + COURIER_DELAY_MS,
  };
  return { ...record, outbox: await admissionNews(record, context) };
}
