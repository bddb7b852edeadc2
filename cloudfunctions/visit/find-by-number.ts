import type { visit } from '@core/contract/visit';
import { dayOf, type CalendarDay } from '@core/domain/calendar-day';
import { accept, refuse } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { encounters } from '../_store/encounters';
import { sessions } from '../_store/sessions';
import { visitRules } from '../_store/visit-rules';
import { personAtDesk } from './person-at-desk';

/** Everybody who has this number in the area today, whether they have checked in or not. */
export const findByNumber: UseCase<typeof visit.procedures.findByNumber> = async (input, context) => {
  const rules = await visitRules(context.now);
  const area = rules.areas.find(({ areaId }) => areaId === input.areaId);
  if (!area) return refuse('AREA_UNKNOWN', null);
  const day = dayOf(context.now);
  const [booked, entered] = await Promise.all([
    Promise.all(area.clinicIds.map((clinicId) => bookedWithNumber(clinicId, day, input.queueNumber))),
    encounters.findByArea(area.areaId, day),
  ]);
  const numbered = entered.filter(({ queueNumber }) => queueNumber === input.queueNumber);
  const ids = new Set([...booked.flat(), ...numbered].map(({ patientId }) => patientId));
  const people = await Promise.all([...ids].map((patientId) => personAtDesk(patientId, rules, context)));
  return accept(people.flatMap((person) => person ?? []));
};

/** Who holds this seat in the clinic today: one for each of its doctors. */
async function bookedWithNumber(clinicId: string, day: CalendarDay, seat: number) {
  const held = await sessions.findSummaries(clinicId, day, day);
  const found = await Promise.all(held.map(({ _id }) => sessions.findById(_id)));
  return found.flatMap((session) => {
    const patientId = session?.claims[String(seat)]?.patientId ?? null;
    return patientId === null ? [] : [{ patientId }];
  });
}
