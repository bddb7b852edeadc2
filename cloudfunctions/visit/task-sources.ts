import { dayOf, type CalendarDay } from '@core/domain/calendar-day';
import { isThrough } from '@core/domain/visit/check-in';
import { isFlagOutcome, isLive } from '@core/domain/visit/gate-flag';
import type { TaskAppointment, TaskSources } from '@core/domain/visit/task';
import { appointments, type AppointmentRecord } from '../_store/appointments';
import { bills } from '../_store/bills';
import { checkpoints, declarationOf, type CheckpointRecord } from '../_store/checkpoints';
import { encounters, type EncounterRecord } from '../_store/encounters';
import { orders } from '../_store/orders';
import { reports } from '../_store/reports';
import { areaOf, visitRulesIfAny, type VisitRules } from '../_store/visit-rules';
import { taskBills, taskLines, taskReports } from './task-documents';

interface Asked {
  readonly patientId: string;
  /** The account that asks: what one has read, another may not have. */
  readonly readerId: string;
}

/** Everything of a patient that may ask for something, from the documents of every context. */
export async function taskSources({ patientId, readerId }: Asked, now: number): Promise<TaskSources> {
  const day = dayOf(now);
  const [rules, checkpoint, booked, entered, placed, charged, reported] = await Promise.all([
    visitRulesIfAny(now),
    checkpoints.findById(patientId),
    appointments.findByPatient(patientId),
    encounters.findByPatient(patientId, day),
    orders.findByPatient(patientId),
    bills.findByPatient(patientId),
    reports.findByPatient(patientId),
  ]);
  const inForce = booked.filter(({ status }) => status === 'booked' || status === 'pending');
  return {
    ...gateSources(checkpoint, rules, day, now),
    appointments: inForce.map((appointment) =>
      taskAppointment(
        appointment,
        entered.find(({ _id }) => _id === appointment._id),
        { rules, barred: isBarred(checkpoint, appointment.clinicId, rules, now) },
      ),
    ),
    lines: placed.flatMap((order) => taskLines(order)),
    bills: taskBills(charged),
    reports: taskReports(reported, readerId),
  };
}

function gateSources(
  record: CheckpointRecord | null,
  rules: VisitRules | null,
  day: CalendarDay,
  now: number,
): Pick<TaskSources, 'gate' | 'sentTo'> {
  const today = declarationOf(record, day);
  const flag = record?.flag ?? null;
  if (!today || !rules) return { gate: null, sentTo: null };
  const valid = isThrough(today, flag, now);
  const outcome = isLive(flag, now) ? flag.outcome : today.outcome;
  const sentTo = isFlagOutcome(outcome) ? rules.destinations[outcome] : null;
  return { gate: { day, outcome, valid }, sentTo: valid ? null : sentTo };
}

function taskAppointment(
  appointment: AppointmentRecord,
  encounter: EncounterRecord | undefined,
  { rules, barred }: { readonly rules: VisitRules | null; readonly barred: boolean },
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
    barred,
    visit: encounter?.withdrawnAt === null ? encounter.state : null,
  };
}

/** Also where the flag has ended and today's declaration still leads elsewhere. */
function isBarred(
  record: CheckpointRecord | null,
  clinicId: string,
  rules: VisitRules | null,
  now: number,
): boolean {
  const { gate, sentTo } = gateSources(record, rules, dayOf(now), now);
  if (!gate || !rules || sentTo === null || !isFlagOutcome(gate.outcome)) return false;
  return !rules.gate.openClinics[gate.outcome].includes(clinicId);
}
