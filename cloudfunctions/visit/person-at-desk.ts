import type { PersonAtDesk } from '@core/contract/visit-views';
import { ageOn, dayOf } from '@core/domain/calendar-day';
import type { CallContext } from '../_kernel/call-context';
import { appointments } from '../_store/appointments';
import { checkpoints } from '../_store/checkpoints';
import { encounters } from '../_store/encounters';
import { areaOf, type VisitRules } from '../_store/visit-rules';
import { gateStatus } from './gate-status';
import { visitPerson } from './visit-person';

/** Somebody before the nurse: the gate and the visits of today. Null where there is no such person. */
export async function personAtDesk(
  patientId: string,
  rules: VisitRules,
  context: CallContext,
): Promise<PersonAtDesk | null> {
  const day = dayOf(context.now);
  const [person, record, booked, entered] = await Promise.all([
    visitPerson(patientId),
    checkpoints.findById(patientId),
    appointments.findByPatient(patientId),
    encounters.findByPatient(patientId, day),
  ]);
  if (!person) return null;
  context.viewed(patientId);
  const ofToday = booked.filter((one) => one.day === day && one.status === 'booked');
  return {
    gate: gateStatus(person, record, rules, context.now),
    gender: person.gender,
    ageYears: ageOn(person.birthDate, day),
    appointments: ofToday
      .sort((a, b) => (a.start < b.start ? -1 : 1))
      .map((appointment) => {
        const encounter = entered.find(({ _id }) => _id === appointment._id);
        const shown = encounter ?? appointment;
        const area = encounter
          ? rules.areas.find(({ areaId }) => areaId === encounter.areaId)
          : areaOf(rules, appointment.clinicId);
        return {
          appointmentId: appointment._id,
          clinicName: shown.clinicName,
          practitionerName: shown.practitionerName,
          areaId: area?.areaId ?? null,
          areaName: area?.name ?? null,
          start: shown.start,
          end: shown.end,
          queueNumber: encounter?.queueNumber ?? appointment.seat,
          state: encounter?.state ?? null,
        };
      }),
  };
}
