import type { visit } from '@core/contract/visit';
import { dayOf } from '@core/domain/calendar-day';
import { accept, refuse } from '@core/domain/result';
import { advance } from '@core/domain/visit/encounter';
import { bodyIndexOf } from '../_kernel/requests';
import type { UseCase } from '../_kernel/serve';
import { appointments, type AppointmentRecord } from '../_store/appointments';
import { encounters, type EncounterRecord } from '../_store/encounters';
import { areaOf, visitRules, type Area, type VisitRules } from '../_store/visit-rules';
import { changeEncounter } from './change-encounter';
import { checkInAnew, viewOf } from './checking-in';
import { visitView } from './visit-view';

interface Candidate {
  readonly appointment: AppointmentRecord;
  readonly encounter: EncounterRecord | null;
  readonly area: Area | null;
}

/** Checkpoint 2 by the patient's own phone, at the code on the wall. Scanning again changes nothing. */
export const checkInArea: UseCase<typeof visit.procedures.checkInArea> = async (input, context) => {
  const { now } = context;
  const rules = await visitRules(now);
  const area = rules.areas.find(({ areaId }) => areaId === input.areaId);
  if (!area) return refuse('AREA_UNKNOWN', null);
  const candidates = await visitsOfToday(input.patientId, rules, now);
  const here = candidates.filter((candidate) => candidate.area?.areaId === area.areaId);
  const [nearest] = candidates;
  if (!nearest) return refuse('NOTHING_TODAY', null);
  const chosen = here.find(isUnfinished) ?? here.at(-1);
  if (!chosen) return refuse('WRONG_AREA', { area: viewOf((candidates.find(isUnfinished) ?? nearest).area) });

  const { appointment, encounter } = chosen;
  if (!encounter) {
    const bodyIndex = bodyIndexOf('checkInArea', input);
    const wish = {
      appointment,
      area,
      by: 'self',
      seen: null,
      requestId: input.requestId,
      bodyIndex,
    } as const;
    const entered = await checkInAnew(wish, rules, context);
    if (entered.ok) return accept(await visitView(appointment, entered.value, rules, now));
    // The appointment was chosen among those of today that are booked.
    if (entered.error === 'NOT_BOOKED' || entered.error === 'NOT_TODAY') return refuse('NOTHING_TODAY', null);
    return entered;
  }
  if (encounter.state !== 'passed') return accept(await visitView(appointment, encounter, rules, now));
  const command = {
    procedure: 'checkInArea',
    input,
    appointmentId: encounter._id,
    reason: 'passed',
  };
  const returned = await changeEncounter(command, context, (record) => {
    const next = advance(record, 'return', rules.queue, now);
    return next.ok ? accept({ fields: next.value, messages: [] }) : next;
  });
  return returned.ok ? accept(await visitView(appointment, returned.record, rules, now)) : returned;
};

const isUnfinished = ({ encounter }: Candidate): boolean => encounter?.state !== 'finished';

/** Booked for today, the earliest first, each with the area where it is received. */
async function visitsOfToday(patientId: string, rules: VisitRules, now: number): Promise<Candidate[]> {
  const day = dayOf(now);
  const [booked, entered] = await Promise.all([
    appointments.findByPatient(patientId),
    encounters.findByPatient(patientId, day),
  ]);
  return booked
    .filter((appointment) => appointment.day === day && appointment.status === 'booked')
    .sort((a, b) => (a.start < b.start ? -1 : 1))
    .map((appointment) => {
      const encounter = entered.find(({ _id }) => _id === appointment._id) ?? null;
      const area = encounter
        ? (rules.areas.find(({ areaId }) => areaId === encounter.areaId) ?? null)
        : areaOf(rules, appointment.clinicId);
      return { appointment, encounter, area };
    });
}
