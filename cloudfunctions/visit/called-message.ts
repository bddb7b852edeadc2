import { message, type CallContext } from '../_kernel/call-context';
import type { EncounterRecord } from '../_store/encounters';

/** It is their turn: said once for each call, also to a phone in a pocket. */
export const calledMessage = (
  { _id, accountId, patientId, place, queueNumber }: EncounterRecord,
  calls: number,
  context: CallContext,
) =>
  message(context, 'message-wanted', {
    messageId: `called-${_id}-${calls}`,
    accountId,
    patientId,
    kind: 'called-to-room',
    fields: { appointmentId: _id, place, queueNumber },
  });
