import type { FoundPatient } from '@core/contract/clinic-views';
import { addDays, dayOf, type CalendarDay } from '@core/domain/calendar-day';
import { nearName, spokenDay, weekdayName } from '../../../../services/dates';

/** How far ahead a bed is planned here. */
const DAYS = 14;

/** Days of the strip: from today on. */
export const plannedDays = (now: number) =>
  Array.from({ length: DAYS }, (_, offset) => {
    const day = addDays(dayOf(now), offset);
    return {
      day,
      top: offset < 2 ? nearName(day, now) : weekdayName(day),
      date: `${String(Number(day.slice(5, 7)))}/${String(Number(day.slice(8)))}`,
      level: 'many',
      levelName: '',
      label: spokenDay(day, now),
    };
  });

export const patientLine = ({ maskedName, gender, ageYears }: FoundPatient): string =>
  `${maskedName}，${gender === 'female' ? '女' : '男'}，${String(ageYears)} 岁`;

export interface AdmissionForm {
  readonly appointmentId: string;
  readonly wardId: string;
  readonly plannedDay: CalendarDay | '';
  readonly reason: string;
}

/** What is still to be said, in words; empty where nothing is. */
export function missingOf({ appointmentId, wardId, plannedDay, reason }: AdmissionForm): string {
  if (appointmentId === '') return '先找病人';
  if (wardId === '') return '先选病区';
  if (plannedDay === '') return '先选哪天住院';
  return reason === '' ? '先写住院原因' : '';
}
