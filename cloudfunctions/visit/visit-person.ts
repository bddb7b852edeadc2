import type { CalendarDay } from '@core/domain/calendar-day';
import { birthDateIn, genderIn } from '@core/domain/identity/identity-number';
import { maskName } from '@core/domain/identity/mask';
import { patients } from '../_store/patients';
import { open } from '../_store/sealed-field';

/** As much of a person of the register as the gate and the queue must know. */
export interface VisitPerson {
  readonly patientId: string;
  readonly maskedName: string;
  readonly birthDate: CalendarDay;
  readonly gender: 'male' | 'female';
}

/** Null where there is no such person. */
export async function visitPerson(patientId: string): Promise<VisitPerson | null> {
  const record = await patients.findById(patientId);
  if (!record) return null;
  const opened = (field: 'name' | 'identityNumber'): string =>
    open(record[field], { documentId: patientId, field });
  const identityNumber = opened('identityNumber');
  return {
    patientId,
    maskedName: maskName(opened('name')),
    birthDate: birthDateIn(identityNumber) as CalendarDay,
    gender: genderIn(identityNumber),
  };
}
