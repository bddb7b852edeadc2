import { ageOn, type CalendarDay } from '../calendar-day';

/** A guardian acts for a child until the birthday on which the hospital counts it as old enough, in full years. */
export const guardianshipHolds = (birthDate: CalendarDay, today: CalendarDay, belowYears: number): boolean =>
  ageOn(birthDate, today) < belowYears;
