import type { AppointmentView } from '@core/contract/booking';
import type { Me, PatientCard } from '@core/contract/identity';
import { dayOf } from '@core/domain/calendar-day';
import { api } from '../../services/api';
import { patientsOf } from '../../services/identity-step';
import { expectedToday, familyRows, type FamilyRow } from './family.view';

/** Asks what those of the family have to do who are in the hospital today, beside the person whom the page is about. */
export async function familyToday(
  known: Me,
  shown: PatientCard,
  appointments: readonly AppointmentView[],
): Promise<readonly FamilyRow[]> {
  const now = Date.now();
  const others = patientsOf(known, 'way').filter(({ patientId }) => patientId !== shown.patientId);
  const people = await Promise.all(
    expectedToday(others, appointments, dayOf(now)).map(async (card) => {
      const answer = await api.visit.listTasks({ patientId: card.patientId });
      return { card, tasks: answer.ok ? answer.value : [] };
    }),
  );
  return familyRows(people, now);
}
