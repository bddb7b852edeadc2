import type { HospitalUnderTest } from '../hospital-under-test';
import { newRequest, type PatientUnderTest } from '../patient-under-test';
import { accepted, paid } from '../visit-under-test';

export const DOCTOR = 'dr-tian';
export const TODAY = 'dr-tian_2026-03-10_am';

/** Where a session's patients check in. */
export interface Where {
  readonly sessionId: string;
  readonly areaId: string;
  readonly start: string;
}

export const at = (start: string): Where => ({ sessionId: TODAY, areaId: 'east', start });

/** Walks a patient with a paid appointment through the gate and the area; answers the appointment's id. */
export async function arrived(
  hospital: HospitalUnderTest,
  patient: PatientUnderTest,
  { sessionId, areaId, start }: Where,
): Promise<string> {
  const { appointmentId } = await paid(hospital, patient, sessionId, start);
  await checkedIn(hospital, patient, areaId);
  return appointmentId;
}

/** Through the gate, with nothing to declare, and into the waiting area. */
export async function checkedIn(
  hospital: Pick<HospitalUnderTest, 'ask'>,
  { openid, patientId }: PatientUnderTest,
  areaId: string,
): Promise<void> {
  const form = accepted(await hospital.ask(openid, 'visit', 'getGateForm', {}));
  // What is asked of some people only is left unanswered by the others.
  const answers = form.questions
    .filter(({ onlyFor }) => onlyFor === null)
    .map(({ questionId }) => ({ questionId, yes: false }));
  const gate = { patientId, version: form.version, temperatureTenths: 366, answers };
  const declared = await hospital.ask(openid, 'visit', 'declareAtGate', { requestId: newRequest(), ...gate });
  if (!declared.ok) {
    const all = form.questions.map(({ questionId }) => ({ questionId, yes: false }));
    const again = { requestId: newRequest(), ...gate, answers: all };
    accepted(await hospital.ask(openid, 'visit', 'declareAtGate', again));
  }
  const here = { requestId: newRequest(), patientId, areaId };
  accepted(await hospital.ask(openid, 'visit', 'checkInArea', here));
}

/** As above, and the doctor has called. */
export async function called(
  hospital: HospitalUnderTest,
  patient: PatientUnderTest,
  doctor: string,
  where: Where,
): Promise<string> {
  const appointmentId = await arrived(hospital, patient, where);
  const call = { requestId: newRequest(), sessionId: where.sessionId, appointmentId, reason: '病情需要' };
  accepted(await hospital.ask(doctor, 'visit', 'callNext', call));
  return appointmentId;
}

/** As above, and the patient has come into the room. */
export async function inRoom(
  hospital: HospitalUnderTest,
  patient: PatientUnderTest,
  doctor: string,
  where: Where,
): Promise<string> {
  const appointmentId = await called(hospital, patient, doctor, where);
  const start = { requestId: newRequest(), appointmentId };
  accepted(await hospital.ask(doctor, 'visit', 'startEncounter', start));
  return appointmentId;
}
