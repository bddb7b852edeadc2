import type { booking } from '@core/contract/booking';
import type { Answer, InputOf } from '@core/contract/procedure';
import { addOnSlot } from '@core/domain/booking/add-on';
import { dayOf, instantAt } from '@core/domain/calendar-day';
import { accept, refuse } from '@core/domain/result';
import type { CallContext } from '../_kernel/call-context';
import { bodyIndexOf, replayOf } from '../_kernel/requests';
import type { UseCase } from '../_kernel/serve';
import { appointments } from '../_store/appointments';
import { blindIndex } from '../_store/blind-index';
import { catalogue } from '../_store/catalog';
import { patientByCode } from '../_store/patient-by-code';
import { sessions, type Session } from '../_store/sessions';
import { addOnPatient } from './add-on-patient';
import { addOnSeat } from './add-on-seat';
import { flagBar } from './flag-bar';
import { seatAddOn } from './seat-add-on';

type Procedure = typeof booking.procedures.grantAddOn;

/**
 * A doctor adds a seat to an own session. It is an appointment like any other, on the books of who looks after the patient,
 * and takes the ordinary path: seat, account, appointment, payment.
 */
export const grantAddOn: UseCase<Procedure> = async (input, context) => {
  const tap = `${context.caller.accountId}\n${input.requestId}`;
  const appointmentId = `a${blindIndex('appointment', tap)}`;
  const bodyIndex = bodyIndexOf('grantAddOn', input);
  const before = await appointments.findById(appointmentId);
  if (before) {
    const isSame = replayOf(before.requests, input.requestId, bodyIndex) === 'same';
    return isSame ? accept(addOnSeat(before)) : refuse('REQUEST_ID_REUSED', null);
  }
  const session = await sessions.findById(input.sessionId);
  if (!session) return refuse('NOT_FOUND', null);
  if (session.status === 'stopped') return refuse('SESSION_STOPPED', { alternatives: [] });
  if (context.now >= instantAt(session.day, session.end)) return refuse('SESSION_OVER', null);
  return grant({ input, session, appointmentId, bodyIndex }, context);
};

interface Granting {
  readonly input: InputOf<Procedure>;
  readonly session: Session;
  readonly appointmentId: string;
  readonly bodyIndex: string;
}

async function grant(
  { input, session, appointmentId, bodyIndex }: Granting,
  context: CallContext,
): Promise<Answer<Procedure>> {
  const [patient, hospital] = await Promise.all([
    patientByCode(input.code, dayOf(context.now)),
    catalogue.current(context.now),
  ]);
  if (!patient) return refuse('PATIENT_UNKNOWN', null);
  // What a refusal says of the patient is seen as well.
  context.viewed(patient._id);
  const owner = await addOnPatient(patient._id, hospital.rulePack);
  if (!owner.ok) return owner;
  const clinic = hospital.clinics.find(({ clinicId }) => clinicId === session.clinicId);
  if (!clinic) return refuse('NOT_FOUND', null);

  const patientId = patient._id;
  const flagged = await flagBar(owner.value.account, { patientId, clinicId: clinic.clinicId }, context.now);
  if (flagged) return flagged;
  const busy = owner.value.account.live.filter((visit) => visit.patientId === patientId);
  const slot = addOnSlot(session, busy, context.now);
  if (!slot) {
    return refuse('OVERLAPS', { clause: hospital.rulePack.clauses['patient-overlap'], appointmentId: null });
  }
  const { account, person } = owner.value;
  const authority = { ...context.authority, holderId: account._id, patientId };
  return seatAddOn(
    {
      input: {
        requestId: input.requestId,
        patientId,
        sessionId: session._id,
        start: slot.start,
        acceptNearby: false,
      },
      context: { ...context, authority },
      appointmentId,
      bodyIndex,
      hospital,
      clinic,
      session,
      slot: { ...slot, seats: [] },
      person,
    },
    account,
  );
}
