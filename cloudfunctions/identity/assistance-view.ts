import type { AssistanceView } from '@core/contract/assistance';
import { assistanceState } from '@core/domain/identity/assistance';
import type { AssistanceRecord } from '../_store/assistances';
import { open } from '../_store/sealed-field';

/** An assistance as the two phones and the window show it. */
export function assistanceView(record: AssistanceRecord, now: number): AssistanceView {
  const { _id: assistanceId, patientName, volunteerLabel, purposes, askedAt, answerBy } = record;
  return {
    assistanceId,
    state: assistanceState(record, now),
    maskedPatientName: patientName && open(patientName, { documentId: assistanceId, field: 'patientName' }),
    volunteerLabel,
    purposes,
    askedAt,
    answerBy,
    expiresAt: record.expiresAt,
    endedAt: record.endedAt,
    endedBy: record.endedBy,
    consentedBy: record.consentedBy,
  };
}
