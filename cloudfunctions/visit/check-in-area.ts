import type { Answer, InputOf } from '@core/contract/procedure';
import type { visit } from '@core/contract/visit';
import { dayOf } from '@core/domain/calendar-day';
import { accept, refuse } from '@core/domain/result';
import { chooseVisit, type VisitChoice } from '@core/domain/visit/choose-visit';
import { advance } from '@core/domain/visit/encounter';
import type { CallContext } from '../_kernel/call-context';
import { bodyIndexOf } from '../_kernel/requests';
import type { UseCase } from '../_kernel/serve';
import { appointments, type AppointmentRecord } from '../_store/appointments';
import { encounters, type EncounterRecord } from '../_store/encounters';
import { areaOf, visitRules, type Area, type VisitRules } from '../_store/visit-rules';
import { areaOfCode } from './area-codes';
import { changeEncounter } from './change-encounter';
import { checkInTimes } from './check-in-times';
import { checkInAnew, viewOf } from './checking-in';
import { queueingBar } from './gate-passage';
import { visitView } from './visit-view';

interface Candidate extends VisitChoice {
  readonly appointment: AppointmentRecord;
  readonly encounter: EncounterRecord | null;
  readonly area: Area | null;
}

type Procedure = typeof visit.procedures.checkInArea;

/** Checkpoint 2 by the patient's own phone, at the code on the wall. Scanning again changes nothing. */
export const checkInArea: UseCase<Procedure> = async (input, context) => {
  const { now } = context;
  const rules = await visitRules(now);
  const read = areaOfCode(input.areaId, rules, now);
  if (!read.ok) return read;
  const area = read.value;
  const candidates = await visitsOfToday(input.patientId, rules, now);
  const chosen = chooseVisit(
    candidates.filter((candidate) => candidate.area?.areaId === area.areaId),
    now,
  );
  if (chosen) return enter(input, { ...chosen, area }, rules, context);
  const expected = chooseVisit(candidates, now);
  return expected ? refuse('WRONG_AREA', { area: viewOf(expected.area) }) : refuse('NOTHING_TODAY', null);
};

async function enter(
  input: InputOf<Procedure>,
  { appointment, encounter, area }: Candidate & { readonly area: Area },
  rules: VisitRules,
  context: CallContext,
): Promise<Answer<Procedure>> {
  const { now } = context;
  if (encounter) return enterAgain(input, { appointment, encounter }, rules, context);
  const bodyIndex = bodyIndexOf('checkInArea', input);
  const { requestId } = input;
  const wish = { appointment, area, by: 'self', seen: null, requestId, bodyIndex } as const;
  const entered = await checkInAnew(wish, rules, context);
  if (entered.ok) return accept(await visitView(appointment, entered.value, rules, now));
  // The appointment was chosen among those of today that are booked.
  if (entered.error === 'NOT_BOOKED' || entered.error === 'NOT_TODAY') return refuse('NOTHING_TODAY', null);
  return entered;
}

/** Who was passed, or held and cleared, is queued again; of the others nothing changes. */
async function enterAgain(
  input: InputOf<Procedure>,
  {
    appointment,
    encounter,
  }: { readonly appointment: AppointmentRecord; readonly encounter: EncounterRecord },
  rules: VisitRules,
  context: CallContext,
): Promise<Answer<Procedure>> {
  const { now } = context;
  const { _id, state } = encounter;
  if (state !== 'passed' && state !== 'held') {
    context.viewed(input.patientId);
    return accept(await visitView(appointment, encounter, rules, now));
  }
  const bar = await queueingBar(encounter, rules, now);
  if (bar) {
    context.viewed(input.patientId);
    return bar;
  }
  const command = { procedure: 'checkInArea', input, appointmentId: _id, reason: state };
  const returned = await changeEncounter(command, context, (record) => {
    const next = advance(record, 'return', rules.queue, now);
    return next.ok ? accept({ fields: next.value, messages: [] }) : next;
  });
  return returned.ok ? accept(await visitView(appointment, returned.record, rules, now)) : returned;
}

/** Booked for today, the earliest first, each with the area where it is received. */
async function visitsOfToday(patientId: string, rules: VisitRules, now: number): Promise<Candidate[]> {
  const day = dayOf(now);
  const [booked, entered] = await Promise.all([
    appointments.findByPatient(patientId),
    encounters.findByPatient(patientId, day),
  ]);
  const ofToday = booked.filter((appointment) => appointment.day === day && appointment.status === 'booked');
  const candidates = ofToday.map(async (appointment) => {
    const encounter = entered.find(({ _id }) => _id === appointment._id) ?? null;
    const area = encounter
      ? (rules.areas.find(({ areaId }) => areaId === encounter.areaId) ?? null)
      : areaOf(rules, appointment.clinicId);
    const times = await checkInTimes(appointment, rules);
    return { appointment, encounter, area, state: encounter?.state ?? null, ...times };
  });
  return (await Promise.all(candidates)).sort((a, b) => (a.appointment.start < b.appointment.start ? -1 : 1));
}
