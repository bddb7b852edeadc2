import { message, type WorkContext } from '../_kernel/call-context';
import type { AdmissionRecord } from '../_store/admissions';
import { ownersOf } from '../_store/bound-accounts';
import type { StoredMessage } from '../_store/outbox';

/** What those who have the patient's card are told about the state that an admission has come to. */
export async function admissionNews(
  { _id: admissionId, patientId, state, wardName: ward, plannedDay, placeId }: AdmissionRecord,
  context: WorkContext,
): Promise<StoredMessage[]> {
  const owners = await ownersOf(patientId);
  return owners.map((accountId) =>
    message(context, 'message-wanted', {
      messageId: `admission-${state}-${admissionId}-${accountId}`,
      accountId,
      patientId,
      kind: 'admission-changed',
      fields: { admissionId, state, ward, plannedDay, placeId },
    }),
  );
}
