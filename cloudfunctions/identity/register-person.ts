import { randomInt } from 'node:crypto';
import { dayOf } from '@core/domain/calendar-day';
import { audited, COURIER_DELAY_MS, type CallContext } from '../_kernel/call-context';
import { newPatient, patientIdOf } from '../_store/new-patient';
import { patients, type PatientRecord } from '../_store/patients';
import { DuplicateKeyError } from '../_store/store-errors';
import type { PersonToBind } from './person-to-bind';

const MINTING_TRIES = 8;

/**
 * Enters a person whom the hospital does not know and mints their one outpatient number. Where two phones do so at the
 * same moment, both get the person that was first.
 */
export async function registerPerson(
  person: PersonToBind,
  phone: string,
  context: CallContext,
): Promise<PatientRecord> {
  for (let attempt = 0; attempt < MINTING_TRIES; attempt += 1) {
    const today = dayOf(context.now);
    const number = { number: mintNumber(today), issuedOn: today, lastVisit: null };
    const record: PatientRecord = {
      ...newPatient({
        name: person.name,
        identityNumber: person.normalized,
        phone,
        outpatientNumbers: [number],
      }),
      audit: [audited(context, 'patient.create')],
      outboxDueAt: context.now + COURIER_DELAY_MS,
    };
    try {
      await patients.insert(record);
      return record;
    } catch (thrown) {
      if (!(thrown instanceof DuplicateKeyError)) throw thrown;
    }
    const first = await patients.findById(patientIdOf(person.normalized));
    if (first) return first;
  }
  throw new Error('No free outpatient number was found');
}

/** Year and eight random digits: not guessable from the number of another patient; the unique index has the last word. */
const mintNumber = (today: string): string =>
  `${today.slice(2, 4)}${String(randomInt(10 ** 8)).padStart(8, '0')}`;
