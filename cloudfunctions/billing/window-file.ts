import type { WindowFile, WindowPatient } from '@core/contract/billing';
import { addDays, ageOn, dayOf, isCalendarDay } from '@core/domain/calendar-day';
import { birthDateIn, genderIn } from '@core/domain/identity/identity-number';
import { maskName, maskOutpatientNumber } from '@core/domain/identity/mask';
import { appointments, type AppointmentRecord } from '../_store/appointments';
import { bills } from '../_store/bills';
import { catalogue } from '../_store/catalog';
import { patients, type PatientRecord } from '../_store/patients';
import { open } from '../_store/sealed-field';
import { windowBill } from './window-bill';
import { windowRegistration } from './window-registration';

/** Older visits are no longer a matter of money at the window. */
const LOOK_BACK_DAYS = 30;
const MOST_OF_EACH = 20;

/** A person as the window sees them. `number`: the outpatient number by which they were found. */
export function windowPatient(patient: PatientRecord, now: number, number?: string): WindowPatient {
  const sealedAt = (field: string) => ({ documentId: patient._id, field });
  const identityNumber = open(patient.identityNumber, sealedAt('identityNumber'));
  const born = birthDateIn(identityNumber);
  return {
    patientId: patient._id,
    maskedName: maskName(open(patient.name, sealedAt('name'))),
    gender: genderIn(identityNumber),
    ageYears: isCalendarDay(born) ? ageOn(born, dayOf(now)) : 0,
    maskedNumber: maskOutpatientNumber(number ?? patient.outpatientNumbers.at(-1)?.number ?? ''),
  };
}

/** A fee that was paid or still can be: not one of a hold that ended without money. */
const isAboutMoney = ({ payment, status }: AppointmentRecord): boolean =>
  payment === 'paid' || (payment === 'waiting' && status !== 'cancelled');

/** Everything of one person that is about money; null where nobody is registered so. */
export async function windowFile(patientId: string, now: number): Promise<WindowFile | null> {
  const [patient, visits, ordered, { rulePack }] = await Promise.all([
    patients.findById(patientId),
    appointments.findByPatient(patientId),
    bills.findByPatient(patientId),
    catalogue.current(now),
  ]);
  if (!patient) return null;
  const since = addDays(dayOf(now), -LOOK_BACK_DAYS);
  const shownVisits = visits.filter((visit) => visit.day >= since && isAboutMoney(visit));
  const shownBills = ordered.filter(({ day, state }) => day >= since && state !== 'void');
  const looking = { rulePack, now };
  return {
    patient: windowPatient(patient, now),
    registrations: await Promise.all(
      shownVisits.slice(0, MOST_OF_EACH).map((record) => windowRegistration(record, looking)),
    ),
    bills: await Promise.all(shownBills.slice(0, MOST_OF_EACH).map((bill) => windowBill(bill, looking))),
  };
}
