import { contentHash } from '../../scripts/hospital/content-hash';
import { loadHospital } from '../../scripts/hospital/load';
import type { HospitalFolder, ScheduleTemplate } from '../../scripts/hospital/types';
import { calendarDay, clockTime } from '../../core/domain/calendar-day';
import { SESSIONS, SLOTS_PER_SESSION } from './mixes';

/** Virtual time at which the bench begins: seats of `CLINIC_DAY` are on sale. */
export const OPENING = Date.parse('2026-03-10T08:00:00+08:00');
export const CLINIC_DAY = calendarDay('2026-03-12');

const HALF_DAYS = [
  { halfDay: 'am', start: clockTime('08:30'), end: clockTime('11:30') },
  { halfDay: 'pm', start: clockTime('14:00'), end: clockTime('17:00') },
] as const;
const DOCTORS = SESSIONS / HALF_DAYS.length;
const ONLINE_SHARE_PERCENT = 50;

/**
 * The demo hospital with one day's schedule in place of its own: ten doctors in two clinics that anyone may book, each
 * morning and afternoon. Half of the capacity is online, the other half belongs to the window.
 */
export function clinicDay(folder: string, onlinePerSlot: number): HospitalFolder {
  const loaded = loadHospital(folder);
  if (!loaded.ok) throw new Error(`The hospital in ${folder} does not load`);
  const { hospital } = loaded;
  const clinics = hospital.clinics.filter(({ eligibilityId }) => eligibilityId === null).slice(0, 2);
  const schedules = hospital.practitioners.slice(0, DOCTORS).flatMap(({ id, feeFen }, index) =>
    HALF_DAYS.map((half): ScheduleTemplate => {
      const clinic = clinics[index % clinics.length];
      if (!clinic) throw new Error('No clinic is open to everyone');
      const online = onlinePerSlot * SLOTS_PER_SESSION;
      return {
        id: `${id}-${half.halfDay}-bench`,
        practitionerId: id,
        clinicId: clinic.id,
        weekdays: [1, 2, 3, 4, 5, 6, 7],
        ...half,
        slotLengths: [{ from: calendarDay('2020-01-01'), minutes: 30 }],
        capacity: (online * 100) / ONLINE_SHARE_PERCENT,
        place: clinic.place,
        feeFen,
        onlineSharePercent: ONLINE_SHARE_PERCENT,
        pools: { online, window: online, reserved: [] },
        taken: 0,
        effectiveFrom: CLINIC_DAY,
        effectiveTo: CLINIC_DAY,
        opensOnHolidays: true,
      };
    }),
  );
  return { ...hospital, schedules, contentHash: contentHash({ ...hospital, schedules }) };
}
