import type { HospitalUnderTest } from '../hospital-under-test';
import { newRequest, type PatientUnderTest } from '../patient-under-test';
import { accepted, paid } from '../visit-under-test';

export const DOCTOR = 'dr-tian';
export const TODAY = 'dr-tian_2026-03-10_am';

/** Walks a booked patient through the gate and the area to the doctor, who calls; answers the appointment's id. */
export async function called(
  hospital: HospitalUnderTest,
  patient: PatientUnderTest,
  doctor: string,
  start = '10:00',
): Promise<string> {
  const { openid, patientId } = patient;
  const { appointmentId } = await paid(hospital, patient, TODAY, start);
  const form = accepted(await hospital.ask(openid, 'visit', 'getGateForm', {}));
  const answers = form.questions.map(({ questionId }) => ({ questionId, yes: false }));
  await hospital.ask(openid, 'visit', 'declareAtGate', {
    requestId: newRequest(),
    patientId,
    version: form.version,
    temperatureTenths: 366,
    answers,
  });
  accepted(
    await hospital.ask(openid, 'visit', 'checkInArea', {
      requestId: newRequest(),
      patientId,
      areaId: 'east',
    }),
  );
  accepted(
    await hospital.ask(doctor, 'visit', 'callNext', {
      requestId: newRequest(),
      sessionId: TODAY,
      appointmentId,
      reason: '测试点名',
    }),
  );
  return appointmentId;
}

/** As above, and the patient has come into the room. */
export async function inRoom(
  hospital: HospitalUnderTest,
  patient: PatientUnderTest,
  doctor: string,
  start = '10:00',
): Promise<string> {
  const appointmentId = await called(hospital, patient, doctor, start);
  accepted(await hospital.ask(doctor, 'visit', 'startEncounter', { requestId: newRequest(), appointmentId }));
  return appointmentId;
}
