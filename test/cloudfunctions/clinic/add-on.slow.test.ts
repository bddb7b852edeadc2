import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { AuditEvent } from '../../../cloudfunctions/_store/aggregate';
import { documentsOf } from '../documents';
import { openHospitalUnderTest, type HospitalUnderTest } from '../hospital-under-test';
import { expectInvariants } from '../invariants';
import { boundPatient, newRequest, type PatientUnderTest } from '../patient-under-test';
import { staffMember } from '../staff-under-test';
import { accepted, pay, refusal, seen } from '../visit-under-test';
import { DOCTOR, TODAY } from './in-room';

jest.setTimeout(120_000);

let hospital: HospitalUnderTest;
let doctor: string;

beforeAll(async () => {
  hospital = await openHospitalUnderTest();
  doctor = await staffMember(hospital, { role: 'doctor', practitionerId: DOCTOR });
});
afterAll(() => hospital.close());

const numberOf = async ({ openid }: PatientUnderTest): Promise<string> =>
  accepted(await hospital.ask(openid, 'identity', 'getMe', {})).patients[0]?.outpatientNumber ?? '';

const grant = (code: string, requestId = newRequest(), openid = doctor) =>
  hospital.ask(openid, 'booking', 'grantAddOn', { requestId, sessionId: TODAY, code });

describe('a seat that a doctor adds', () => {
  test('stands behind all others, is paid for like them, and is granted once however often it is sent', async () => {
    const patient = await boundPatient(hospital, 611);
    const requestId = newRequest();
    const code = await numberOf(patient);
    const seat = accepted(await grant(code, requestId));
    expect(seat).toMatchObject({ queueNumber: 31, start: '11:00', end: '11:30', feeFen: 600 });
    expect(accepted(await grant(code, requestId))).toEqual(seat);
    expect(await seen(hospital, patient, seat.appointmentId)).toMatchObject({
      status: 'pending',
      queueNumber: 31,
    });

    const { messages } = accepted(await hospital.ask(patient.openid, 'message', 'listMessages', {}));
    expect(messages).toMatchObject([
      { kind: 'add-on-granted', fields: { appointmentId: seat.appointmentId } },
    ]);
    await pay(hospital, patient, seat.appointmentId);
    expect(await seen(hospital, patient, seat.appointmentId)).toMatchObject({
      status: 'booked',
      payment: 'paid',
    });
    expect(refusal(await grant(code))).toBe('ALREADY_BOOKED_WITH_DOCTOR');
    await expectInvariants(hospital);
  });

  test('is logged with the doctor and the patient', async () => {
    await hospital.cloud.clock.advance(31_000);
    await hospital.minute();
    const log = await documentsOf<AuditEvent>(hospital.cloud, 'audit-log');
    expect(log).toContainEqual(
      expect.objectContaining({ action: 'appointment.add-on', role: 'doctor', reason: DOCTOR }),
    );
  });

  test('is refused above what the hospital allows, from however many phones, and given anew once one has lapsed', async () => {
    const codes = await Promise.all(
      [612, 613].map(async (serial) => numberOf(await boundPatient(hospital, serial))),
    );
    expect(refusal(await grant(codes[0] ?? ''))).toBe('ACCEPTED');
    expect(await grant(codes[1] ?? '')).toMatchObject({
      ok: false,
      error: 'ADD_ON_LIMIT',
      detail: { maximum: 2, clause: { text: '每半天最多加 2 个号，60 分钟内付款。' } },
    });
    await hospital.cloud.clock.advance(61 * 60_000);
    await hospital.pass(2);
    const atOnce = [...codes, await numberOf(await boundPatient(hospital, 616))];
    const answers = await Promise.all(atOnce.map((code) => grant(code)));
    expect(answers.map(refusal).sort()).toEqual(['ACCEPTED', 'ADD_ON_LIMIT', 'ADD_ON_LIMIT']);
    expect(answers.flatMap((answer) => (answer.ok ? [answer.value.queueNumber] : []))).toEqual([32]);
    await expectInvariants(hospital);
  });

  test('is not for strangers, for numbers that nobody has, nor in another doctor’s session', async () => {
    const patient = await boundPatient(hospital, 614);
    const code = await numberOf(patient);
    expect(refusal(await grant(code, newRequest(), patient.openid))).toBe('NOT_FOUND');
    const colleague = await staffMember(hospital, { role: 'doctor', practitionerId: 'dr-bao' });
    expect(refusal(await grant(code, newRequest(), colleague))).toBe('NOT_FOUND');
    expect(refusal(await grant('YX99999999'))).toBe('PATIENT_UNKNOWN');
  });

  test('is not for somebody whom the gate has sent to the fever clinic today', async () => {
    const patient = await boundPatient(hospital, 615);
    const form = accepted(await hospital.ask(patient.openid, 'visit', 'getGateForm', {}));
    const fever = {
      requestId: newRequest(),
      patientId: patient.patientId,
      version: form.version,
      temperatureTenths: 390,
      answers: form.questions.map(({ questionId }) => ({ questionId, yes: false })),
    };
    accepted(await hospital.ask(patient.openid, 'visit', 'declareAtGate', fever));
    expect(refusal(await grant(await numberOf(patient)))).toBe('FLAGGED');
  });

  test('is seen among the doctor’s own sessions', async () => {
    const own = accepted(await hospital.ask(doctor, 'clinic', 'listOwnSessions', {}));
    expect(own.find(({ sessionId }) => sessionId === TODAY)).toMatchObject({
      capacity: 30,
      addOns: { granted: 2, maximum: 2 },
    });
  });
});
