import { ageOn, calendarDay, isCalendarDay, startOfDay, type CalendarDay } from '../calendar-day';

/** A guardian acts for a child until the birthday on which the hospital counts it as old enough, in full years. */
export const guardianshipHolds = (birthDate: CalendarDay, today: CalendarDay, belowYears: number): boolean =>
  ageOn(birthDate, today) < belowYears;

/** The instant at which that birthday begins: nothing that a guardian allowed lasts longer. */
export function guardianshipEnds(birthDate: CalendarDay, belowYears: number): number {
  const year = String(Number(birthDate.slice(0, 4)) + belowYears);
  const birthday = `${year}${birthDate.slice(4)}`;
  return startOfDay(isCalendarDay(birthday) ? birthday : calendarDay(`${year}-03-01`));
}
