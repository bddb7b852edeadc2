import { ageOn, calendarDay, dayOf, type CalendarDay } from '@core/domain/calendar-day';
import { birthDateIn, genderIn } from '@core/domain/identity/identity-number';
import { maskName } from '@core/domain/identity/mask';
import type { PatientRecord } from '../_store/patients';
import { open } from '../_store/sealed-field';

/** What a result is compared by. */
export interface Person {
  readonly birthDate: CalendarDay;
  readonly sex: 'female' | 'male';
}

export function personOf({ _id, identityNumber }: PatientRecord): Person {
  const number = open(identityNumber, { documentId: _id, field: 'identityNumber' });
  return { birthDate: calendarDay(birthDateIn(number)), sex: genderIn(number) };
}

export const maskedNameOf = ({ _id, name }: PatientRecord): string =>
  maskName(open(name, { documentId: _id, field: 'name' }));

export const ageAt = (patient: PatientRecord, at: number): number =>
  ageOn(personOf(patient).birthDate, dayOf(at));
