import type { clinic } from '@core/contract/clinic';
import { isOver } from '@core/domain/clinic/stop';
import { refuse } from '@core/domain/result';
import { audited, COURIER_DELAY_MS, type CallContext } from '../_kernel/call-context';
import { bodyIndexOf, replayOf } from '../_kernel/requests';
import type { UseCase } from '../_kernel/serve';
import { blindIndex } from '../_store/blind-index';
import { catalogue } from '../_store/catalog';
import { sessions, type Session } from '../_store/sessions';
import { stops, type StopRecord } from '../_store/stops';
import { DuplicateKeyError } from '../_store/store-errors';
import { shownStop } from './shown-stop';

type Procedure = typeof clinic.procedures.requestStop;

/** A doctor asks that one session does not take place. Nothing happens before an administrator has agreed. */
export const requestStop: UseCase<Procedure> = async (input, context) => {
  const stopId = `s${blindIndex('stop', `${context.caller.accountId}\n${input.requestId}`)}`;
  const bodyIndex = bodyIndexOf('requestStop', input);
  const again = (before: StopRecord) =>
    replayOf(before.requests, input.requestId, bodyIndex) === 'same'
      ? shownStop(before, context)
      : refuse('REQUEST_ID_REUSED', null);
  const before = await stops.findById(stopId);
  if (before) return again(before);

  const session = await sessions.findById(input.sessionId);
  if (!session) return refuse('NOT_FOUND', null);
  if (isOver(session, context.now)) return refuse('SESSION_OVER', null);
  const request = { requestId: input.requestId, bodyIndex, at: context.now };
  const record = { ...(await newStop(session, stopId, context)), reason: input.reason, requests: [request] };
  try {
    await stops.insert(record);
  } catch (thrown) {
    if (!(thrown instanceof DuplicateKeyError)) throw thrown;
    const twin = await stops.findById(stopId);
    if (twin) return again(twin);
    const running = await stops.findOpenOf(session._id);
    return running ? refuse('STOP_RUNNING', { stopId: running._id }) : refuse('BUSY', null);
  }
  return shownStop(record, context);
};

async function newStop(session: Session, stopId: string, context: CallContext) {
  const { clinics, practitioners } = await catalogue.current(context.now);
  const doctor = practitioners.find(({ practitionerId }) => practitionerId === session.practitionerId);
  const clinic = clinics.find(({ clinicId }) => clinicId === session.clinicId);
  return {
    _id: stopId,
    revision: 0,
    sessionId: session._id,
    practitionerId: session.practitionerId,
    practitionerName: doctor?.name ?? '',
    clinicName: clinic?.name ?? '',
    state: 'requested',
    note: null,
    requestedAt: context.now,
    decidedAt: null,
    openKey: session._id,
    audit: [audited(context, 'clinic.requestStop')],
    outbox: [],
    outboxDueAt: context.now + COURIER_DELAY_MS,
  } as const;
}
