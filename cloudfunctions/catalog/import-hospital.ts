import { calendarDay, dayOf } from '@core/domain/calendar-day';
import { normalizeName } from '@core/domain/identity/person-name';
import { accept, refuse } from '@core/domain/result';
import { appointments } from '../_store/appointments';
import { catalogue } from '../_store/catalog';
import { newPatient, patientIdOf } from '../_store/new-patient';
import { patients } from '../_store/patients';
import { sessions } from '../_store/sessions';
import { DuplicateKeyError } from '../_store/store-errors';
import type { HospitalContents, ImportInput } from './import-input';

/**
 * Replaces the catalogue in one write. Ids stay as they are, so bookings under the old folder keep their doctor and
 * clinic. A doctor who is no longer in the folder but still expects patients is refused by name; without patients, their
 * sessions are taken off sale.
 */
export async function importHospital({ hospital, registeredPersons }: ImportInput, now: number) {
  const before = await catalogue.find();
  const removed = (before?.practitioners ?? []).filter(
    (old) => !hospital.practitioners.some((kept) => kept.practitionerId === old.practitionerId),
  );
  const expected = await stillExpected(removed, now);
  if (expected.length > 0) return refuse('REMOVED_DOCTOR_HAS_PATIENTS', { doctors: expected });

  if (before?.contentHash !== hospital.contentHash) {
    await catalogue.replace({ ...hospital, _id: 'current', importedAt: now });
  }
  for (const { practitionerId } of removed) await sessions.stopAllOf(practitionerId, dayOf(now));
  const entered = await enterRegister(registeredPersons, now);
  return accept({
    departments: hospital.departments.length,
    doctors: hospital.practitioners.length,
    entered,
  });
}

type Doctors = HospitalContents['practitioners'];

async function stillExpected(removed: Doctors, now: number) {
  const found = await Promise.all(
    removed.map(async ({ practitionerId, name }) => ({
      practitionerId,
      name,
      appointments: (await appointments.findLiveOf(practitionerId, dayOf(now))).length,
    })),
  );
  return found.filter((doctor) => doctor.appointments > 0);
}

/** Persons who are in the register already stay as they are there. Answers how many were new. */
async function enterRegister(persons: ImportInput['registeredPersons'], now: number): Promise<number> {
  let entered = 0;
  for (const person of persons) {
    if (await patients.findById(patientIdOf(person.identityNumber))) continue;
    const outpatientNumbers = person.outpatientNumbers.map(({ number, lastVisit }) => {
      const day = lastVisit === null ? null : calendarDay(lastVisit);
      return { number, issuedOn: day ?? dayOf(now), lastVisit: day };
    });
    try {
      const written = normalizeName(person.name);
      const name = written.ok ? written.value : person.name;
      await patients.insert(newPatient({ ...person, name, outpatientNumbers }));
      entered += 1;
    } catch (thrown) {
      if (!(thrown instanceof DuplicateKeyError)) throw thrown;
    }
  }
  return entered;
}
