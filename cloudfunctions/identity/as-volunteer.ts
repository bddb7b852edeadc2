import type { CallContext } from '../_kernel/call-context';
import type { AssistanceRecord } from '../_store/assistances';

/** The call as it goes on the patient's books: both identities and the assistance are in each record. */
export const asVolunteer = (record: AssistanceRecord, context: CallContext): CallContext => ({
  ...context,
  authority: {
    role: 'volunteer',
    patientId: record.patientId,
    holderId: record.holderAccountId,
    mandateId: record._id,
    practitionerId: null,
  },
});
