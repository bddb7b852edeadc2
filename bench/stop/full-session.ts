import { calendarDay } from '../../core/domain/calendar-day';
import { newPatient } from '../../cloudfunctions/_store/new-patient';
import type { HospitalFolder } from '../../scripts/hospital/types';
import { toImport } from '../../scripts/hospital/to-catalogue';
import { checkedIn } from '../../test/cloudfunctions/clinic/in-room';
import { CROWDED, CROWDED_STARTS, useKeysOf } from '../../test/cloudfunctions/crowd';
import { insertDocuments } from '../../test/cloudfunctions/documents';
import { TUESDAY_8_00, type HospitalUnderTest } from '../../test/cloudfunctions/hospital-under-test';
import { newRequest } from '../../test/cloudfunctions/patient-under-test';
import { staffMember } from '../../test/cloudfunctions/staff-under-test';
import { accepted, held, ordered } from '../../test/cloudfunctions/visit-under-test';
import { inventCallers, type Caller } from '../booking/callers';

/** The session that is stopped, on the morning on which it was to take place. */
export const STOPPED = CROWDED;
const MORNING = Date.parse('2026-03-11T08:00:00+08:00');
const AREA = 'east';
/** Since when they have their outpatient numbers. */
const FROM = calendarDay('2026-01-05');
/** One of so many sits in the waiting area already. */
const CHECKED_IN = 4;

/** The tiny hospital with one session in which so many find a seat, all of them sold online. */
export const withFullSession =
  (people: number) =>
  (folder: HospitalFolder): HospitalFolder => ({
    ...folder,
    contentHash: 'f'.repeat(64),
    schedules: folder.schedules.map((one) =>
      one.practitionerId === 'dr-tian' && one.halfDay === 'am'
        ? { ...one, capacity: people + CROWDED_STARTS.length, onlineSharePercent: 100, taken: 0 }
        : one,
    ),
  });

/** A hospital, and how to wait for what needs its time. */
export interface Ground {
  readonly hospital: HospitalUnderTest;
  readonly wait: <T>(work: () => Promise<T>) => Promise<T>;
}

export interface Filled {
  readonly administrator: string;
  readonly stopId: string;
}

/** So many have booked and paid; on the morning a quarter has come, and the doctor asks for the stop. */
export async function fillSession(ground: Ground, folder: HospitalFolder, people: number): Promise<Filled> {
  const { hospital, wait } = ground;
  const callers = await enter(ground, folder, people);
  for (const [index, caller] of callers.entries()) await bookAndPay(ground, caller, index);
  await wait(() => hospital.cloud.clock.set(MORNING));
  for (const [index, caller] of callers.entries())
    if (index % CHECKED_IN === 0) await checkedIn(hospital, caller, AREA);
  await wait(() => hospital.minute());
  const administrator = await staffMember(hospital, { role: 'administrator' });
  const doctor = await staffMember(hospital, { role: 'doctor', practitionerId: 'dr-tian' });
  const asked = { requestId: newRequest(), sessionId: STOPPED, reason: '突发疾病' };
  const { stopId } = accepted(await hospital.ask(doctor, 'clinic', 'requestStop', asked));
  return { administrator, stopId };
}

/** People with a card of their own, written into the database as the functions would have written them. */
async function enter({ hospital: { cloud }, wait }: Ground, folder: HospitalFolder, people: number) {
  useKeysOf(cloud);
  const { consent } = toImport(folder).hospital.rulePack;
  const callers = inventCallers(people, consent, TUESDAY_8_00);
  const patients = callers.map(({ name, identityNumber, phone }, index) => {
    const number = `YX${String(index).padStart(8, '0')}`;
    return newPatient({
      name,
      identityNumber,
      phone,
      outpatientNumbers: [{ number, issuedOn: FROM, lastVisit: null }],
    });
  });
  await wait(async () => {
    await insertDocuments(cloud, 'patients', patients);
    await insertDocuments(
      cloud,
      'accounts',
      callers.map(({ account }) => account),
    );
  });
  return callers;
}

async function bookAndPay({ hospital, wait }: Ground, caller: Caller, index: number): Promise<void> {
  const start = CROWDED_STARTS[index % CROWDED_STARTS.length] ?? '';
  const { appointmentId } = await held(hospital, caller, STOPPED, start);
  const sheet = await ordered(hospital, caller.openid, appointmentId);
  await wait(async () => {
    await hospital.cloud.pay.choose(sheet, 'succeed', caller.openid);
    await hospital.cloud.pay.callbacksSettled();
  });
}
