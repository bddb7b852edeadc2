import { ageOn, calendarDay, dayOf } from '@core/domain/calendar-day';
import { birthDateIn, genderIn } from '@core/domain/identity/identity-number';
import { maskName } from '@core/domain/identity/mask';
import type { PatientRecord } from '../_store/patients';
import { open } from '../_store/sealed-field';

export interface PersonFacts {
  readonly maskedName: string;
  readonly gender: 'male' | 'female';
  /** Full years. */
  readonly ageYears: number;
}

/** As much of a person as staff need in order to be sure who it is. */
export function personFacts({ _id, name, identityNumber }: PatientRecord, now: number): PersonFacts {
  const number = open(identityNumber, { documentId: _id, field: 'identityNumber' });
  return {
    maskedName: maskName(open(name, { documentId: _id, field: 'name' })),
    gender: genderIn(number),
    ageYears: ageOn(calendarDay(birthDateIn(number)), dayOf(now)),
  };
}
