import type { HospitalUnderTest } from '../hospital-under-test';
import { boundPatient, newRequest, type PatientUnderTest } from '../patient-under-test';
import { accepted, paid } from '../visit-under-test';

/** Tuesday morning's session of the tiny hospital, and the area where its patients check in. */
export const SESSION = 'dr-tian_2026-03-10_am';
export const AREA = 'east';

/** Before the session, while its half-hours can still be booked. */
export const SEVEN = Date.parse('2026-03-10T07:00:00+08:00');

export const NO = ['breathless', 'contact', 'pregnant'].map((questionId) => ({ questionId, yes: false }));

/** Answers in which these questions are answered with yes. */
export const yesTo = (...ids: readonly string[]) =>
  NO.map(({ questionId }) => ({ questionId, yes: ids.includes(questionId) }));

export const declare = (
  hospital: HospitalUnderTest,
  { openid, patientId }: PatientUnderTest,
  said: {
    readonly temperatureTenths?: number;
    readonly answers?: typeof NO;
    readonly requestId?: string;
  } = {},
) =>
  hospital.ask(openid, 'visit', 'declareAtGate', {
    requestId: said.requestId ?? newRequest(),
    patientId,
    version: '2026-a',
    temperatureTenths: said.temperatureTenths ?? 365,
    answers: [...(said.answers ?? NO)],
  });

export const scan = (
  hospital: HospitalUnderTest,
  { openid, patientId }: PatientUnderTest,
  areaId = AREA,
  requestId = newRequest(),
) => hospital.ask(openid, 'visit', 'checkInArea', { requestId, patientId, areaId });

export interface Visitor extends PatientUnderTest {
  readonly appointmentId: string;
}

/** A patient with a paid appointment of this morning. */
export async function visitor(
  hospital: HospitalUnderTest,
  serial: number,
  start: string,
  birth = '19900101',
): Promise<Visitor> {
  const patient = await boundPatient(hospital, serial, birth);
  const { appointmentId } = await paid(hospital, patient, SESSION, start);
  return { ...patient, appointmentId };
}

/** Through the gate and checked in. */
export async function arrived(
  hospital: HospitalUnderTest,
  serial: number,
  start: string,
  birth = '19900101',
): Promise<Visitor> {
  const one = await visitor(hospital, serial, start, birth);
  accepted(await declare(hospital, one));
  accepted(await scan(hospital, one));
  return one;
}
