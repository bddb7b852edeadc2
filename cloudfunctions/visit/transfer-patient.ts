import type { visit } from '@core/contract/visit';
import { accept, refuse } from '@core/domain/result';
import { mayTransfer, transferNumber } from '@core/domain/visit/transfer';
import type { CallContext } from '../_kernel/call-context';
import type { UseCase } from '../_kernel/serve';
import { catalogue } from '../_store/catalog';
import { encounters, type EarlierLeg, type EncounterRecord } from '../_store/encounters';
import { sessions, type Session } from '../_store/sessions';
import { areaOf, visitRules, type VisitRules } from '../_store/visit-rules';
import { changeEncounter } from './change-encounter';
import { isBarred } from './gate-passage';
import { queueOf, stepped } from './take-step';
import { visitPerson } from './visit-person';

/**
 * Sends a patient on to another doctor's queue of today without a new fee. The visit's document moves as a whole, so that
 * nobody is between two queues; what was here stays in it as a leg.
 */
export const transferPatient: UseCase<typeof visit.procedures.transferPatient> = async (input, context) => {
  const [encounter, session, rules] = await Promise.all([
    encounters.findById(input.appointmentId),
    sessions.findById(input.sessionId),
    visitRules(context.now),
  ]);
  if (!encounter || !session) return refuse('NOT_FOUND', null);
  const from = encounter.sessionId;
  const target = await targetFields(encounter, session, rules, context);
  const command = {
    procedure: 'transferPatient',
    input,
    appointmentId: encounter._id,
    reason: session.clinicId,
  };
  const changed = await changeEncounter(command, context, (record) => {
    const next = stepped(record, 'transfer', rules, context);
    if (!next.ok) return next;
    if (!target) return refuse('TRANSFER_IMPOSSIBLE', null);
    const legs = [...record.legs, legOf(record, input.reason, context.now)];
    return accept({ ...next.value, fields: { ...next.value.fields, ...target, legs } });
  });
  return changed.ok ? queueOf(from, context) : changed;
};

/** Where the visit goes on; null where the patient may not be sent there. */
async function targetFields(
  encounter: EncounterRecord,
  session: Session,
  rules: VisitRules,
  context: CallContext,
): Promise<Partial<EncounterRecord> | null> {
  const [hospital, person, there] = await Promise.all([
    catalogue.current(context.now),
    visitPerson(encounter.patientId),
    encounters.findBySession(session._id),
  ]);
  const clinic = hospital.clinics.find(({ clinicId }) => clinicId === session.clinicId);
  const doctor = hospital.practitioners.find((one) => one.practitionerId === session.practitionerId);
  const area = clinic && areaOf(rules, clinic.clinicId);
  if (!clinic || !doctor || !area || !person) return null;
  if (await isBarred({ patientId: encounter.patientId, clinicId: clinic.clinicId }, rules, context.now))
    return null;
  const wish = { condition: clinic.condition, person };
  if (!mayTransfer(encounter, { ...session, sessionId: session._id }, wish, context.now)) return null;
  return {
    practitionerId: session.practitionerId,
    practitionerName: doctor.name,
    clinicId: clinic.clinicId,
    clinicName: clinic.name,
    areaId: area.areaId,
    sessionId: session._id,
    sessionStart: session.start,
    sessionEnd: session.end,
    place: session.place,
    start: session.start,
    end: session.end,
    queueNumber: transferNumber(there.map(({ queueNumber }) => queueNumber)),
  };
}

function legOf(record: EncounterRecord, reason: string, endedAt: number): EarlierLeg {
  const { sessionId, practitionerId, clinicId, clinicName, queueNumber, startedAt } = record;
  return { sessionId, practitionerId, clinicId, clinicName, queueNumber, startedAt, endedAt, reason };
}
