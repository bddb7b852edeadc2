import { addDays, dayOf, instantAt, startOfDay } from '@core/domain/calendar-day';
import { isThrough } from '@core/domain/visit/check-in';
import { isFlagOutcome, sentBy } from '@core/domain/visit/gate-flag';
import type { TaskAppointment, TaskGate, TaskSources } from '@core/domain/visit/task';
import { appointments, type AppointmentRecord } from '../_store/appointments';
import { bills } from '../_store/bills';
import { catalogue } from '../_store/catalog';
import { checkpoints, declarationOf, type CheckpointRecord } from '../_store/checkpoints';
import { encounters, type EncounterRecord } from '../_store/encounters';
import { orders } from '../_store/orders';
import { reports } from '../_store/reports';
import { areaOf, visitRulesIfAny, type VisitRules } from '../_store/visit-rules';
import { checkInTimes } from './check-in-times';
import { taskBills, taskLines, taskReports } from './task-documents';

interface Asked {
  readonly patientId: string;
  /** The account that asks: what one has read, another may not have. */
  readonly readerId: string;
}

/** Everything of a patient that may ask for something, from the documents of every context. */
export async function taskSources({ patientId, readerId }: Asked, now: number): Promise<TaskSources> {
  const [{ rulePack }, rules, checkpoint, booked, entered, placed, charged, reported] = await Promise.all([
    catalogue.current(now),
    visitRulesIfAny(now),
    checkpoints.findById(patientId),
    appointments.findByPatient(patientId),
    encounters.findByPatient(patientId, dayOf(now)),
    orders.findByPatient(patientId),
    bills.findByPatient(patientId),
    reports.findByPatient(patientId),
  ]);
  const gate = taskGate(checkpoint, rules, now);
  const inForce = booked.filter(({ status }) => status === 'booked' || status === 'pending');
  return {
    gate,
    appointments: await Promise.all(
      inForce.map(async (appointment) => {
        const encounter = entered.find(({ _id }) => _id === appointment._id) ?? null;
        const asked = encounter === null && appointment.day === dayOf(now) && rules;
        const checkIn = asked ? await checkInTimes(appointment, asked) : null;
        return taskAppointment(appointment, encounter, { rules, gate, checkIn });
      }),
    ),
    lines: placed.flatMap((order) => taskLines(order, rulePack.billPayDays)),
    bills: taskBills(charged, rulePack.billPayDays),
    reports: taskReports(reported, readerId),
  };
}

/** Where a flag sends the patient, or today's declaration where the flag has ended. */
function taskGate(record: CheckpointRecord | null, rules: VisitRules | null, now: number): TaskGate {
  const today = declarationOf(record, dayOf(now));
  const flag = record?.flag ?? null;
  const turnedAway = today && isFlagOutcome(today.outcome) && !isThrough(today, flag, now);
  const flagged = sentBy(flag, now);
  const until = flag && flagged ? flag.until : startOfDay(addDays(dayOf(now), 1));
  const outcome = flagged ?? (turnedAway && isFlagOutcome(today.outcome) ? today.outcome : null);
  return {
    declared: today !== null,
    sentTo: rules && outcome && { ...rules.destinations[outcome], outcome, until },
  };
}

interface Around extends Pick<TaskAppointment, 'checkIn'> {
  readonly rules: VisitRules | null;
  readonly gate: TaskGate;
}

function taskAppointment(
  appointment: AppointmentRecord,
  encounter: EncounterRecord | null,
  { rules, gate: { sentTo }, checkIn }: Around,
): TaskAppointment {
  const { _id, status, day, feeFen, holdExpiresAt, preparation } = appointment;
  const { clinicName, clinicId, start, end, place } = encounter ?? appointment;
  const area = rules && areaOf(rules, clinicId);
  return {
    appointmentId: _id,
    status,
    clinicName,
    day,
    start,
    end,
    feeFen,
    holdExpiresAt,
    preparation,
    room: { place, placeId: null },
    desk: { place: area?.place ?? null, placeId: area?.placeId ?? null },
    barred:
      sentTo !== null &&
      instantAt(day, start) < sentTo.until &&
      !rules?.gate.openClinics[sentTo.outcome].includes(clinicId),
    checkIn,
    visit: encounter?.withdrawnAt === null ? encounter.state : null,
  };
}
