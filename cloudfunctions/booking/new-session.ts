import { allocate, slotTimes } from '@core/domain/booking/seat-allocation';
import { addDays, instantAt, startOfDay, type CalendarDay } from '@core/domain/calendar-day';
import type { Catalogue, ScheduleTemplate } from '../_store/catalog';
import { FIRST_ROUND } from './seat-round';
import type { Pool, SeatClaim, Session } from '../_store/sessions';

/** A session as its template has it on this day; null where its clinic is gone. */
export function newSession(
  template: ScheduleTemplate,
  day: CalendarDay,
  hospital: Catalogue,
): Session | null {
  const { clinics, rulePack } = hospital;
  const clinic = clinics.find((one) => one.clinicId === template.clinicId);
  if (!clinic) return null;

  const times = slotTimes(template.start, template.end, slotMinutesOn(template, day));
  const { slots, pools } = allocate(times, {
    capacity: template.capacity,
    onlineSharePercent: template.onlineSharePercent,
    reserved: template.reserved,
  });
  const online = Object.keys(pools).filter((seat) => pools[seat] === 'online');
  const claims = takenElsewhere(online, template.takenOnline, startOfDay(day));
  return {
    _id: `${template.practitionerId}_${day}_${template.halfDay}`,
    practitionerId: template.practitionerId,
    clinicId: template.clinicId,
    departmentId: clinic.departmentId,
    day,
    halfDay: template.halfDay,
    start: template.start,
    end: template.end,
    place: template.place,
    feeFen: template.feeFen,
    status: 'open',
    opensAt: instantAt(addDays(day, -rulePack.horizonDays), rulePack.releaseTime),
    slots,
    pools: pools as Record<string, Pool>,
    claims,
    onlineLeft: online.length - Object.keys(claims).length,
    lastClaimAt: 0,
  };
}

/** Seats that the hospital's other channels had given out before: the last ones, spread from the end of the session. */
function takenElsewhere(online: readonly string[], count: number, at: number): Record<string, SeatClaim> {
  const taken = online.slice(Math.max(0, online.length - count));
  return Object.fromEntries(
    taken.map((seat) => [
      seat,
      { holder: 'external', round: FIRST_ROUND, patientId: null, accountId: null, claimedAt: at },
    ]),
  );
}

/** Slot lengths are effective-dated: what was booked under an older one stays as it is. */
function slotMinutesOn({ slotLengths }: ScheduleTemplate, day: CalendarDay): number {
  const inForce = slotLengths.filter(({ from }) => from <= day).at(-1) ?? slotLengths[0];
  if (!inForce) throw new RangeError('A schedule without a slot length');
  return inForce.minutes;
}
