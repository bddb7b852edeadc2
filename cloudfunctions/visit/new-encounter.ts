import { ARRIVED } from '@core/domain/visit/encounter';
import type { Priority } from '@core/domain/visit/queue-rules';
import { audited, COURIER_DELAY_MS, message, type CallContext } from '../_kernel/call-context';
import type { StoredDeclaration } from '../_store/checkpoints';
import type { EncounterRecord, PassedCheckpoint } from '../_store/encounters';
import { open, seal } from '../_store/sealed-field';
import type { Session } from '../_store/sessions';
import type { CheckingIn } from './checking-in';

interface Arrival {
  readonly wish: CheckingIn;
  readonly gate: StoredDeclaration | null;
  readonly session: Session;
  readonly priority: Priority;
}

/** The visit that a check-in begins. */
export function newEncounter(
  { wish, gate, session, priority }: Arrival,
  context: CallContext,
): EncounterRecord {
  const { appointment, area, by, requestId, bodyIndex } = wish;
  const { _id, patientId, accountId, practitionerId, practitionerName, clinicId, clinicName } = appointment;
  const name = open(appointment.maskedName, { documentId: _id, field: 'maskedName' });
  const { now } = context;
  const arrived = { appointmentId: _id, state: 'arrived', at: now } as const;
  return {
    _id,
    revision: 0,
    ...ARRIVED,
    patientId,
    accountId,
    maskedName: seal(name, { documentId: _id, field: 'maskedName' }),
    practitionerId,
    practitionerName,
    clinicId,
    clinicName,
    areaId: area.areaId,
    sessionId: session._id,
    sessionStart: session.start,
    sessionEnd: session.end,
    place: appointment.place,
    day: appointment.day,
    start: appointment.start,
    end: appointment.end,
    queueNumber: appointment.seat,
    priority,
    arrivedAt: now,
    checkpoints: [...atGate(gate), { step: 2, at: now, by, byAccount: context.caller.accountId }],
    legs: [],
    withdrawnAt: null,
    requests: [{ requestId, bodyIndex, at: now }],
    audit: [audited(context, 'visit.checkIn', priority)],
    outbox: [message(context, 'encounter-progressed', arrived)],
    outboxDueAt: now + COURIER_DELAY_MS,
  };
}

const atGate = (gate: StoredDeclaration | null): readonly PassedCheckpoint[] =>
  gate ? [{ step: 1, at: gate.at, by: gate.by, byAccount: gate.declaredBy }] : [];
