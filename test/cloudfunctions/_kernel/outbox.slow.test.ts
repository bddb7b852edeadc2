import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { AuditEvent } from '../../../cloudfunctions/_store/aggregate';
import type { AppointmentRecord } from '../../../cloudfunctions/_store/appointments';
import { documentsOf } from '../documents';
import { openHospitalUnderTest, type HospitalUnderTest } from '../hospital-under-test';
import { expectInvariants } from '../invariants';
import { boundPatient, newRequest, type PatientUnderTest } from '../patient-under-test';
import { accepted, cancel, held, ordered, paid, pay, refusal, seen } from '../visit-under-test';

jest.setTimeout(120_000);

const SESSION = 'dr-tian_2026-03-12_am';

describe('what one context tells another', () => {
  let hospital: HospitalUnderTest;
  let patient: PatientUnderTest;
  let serial = 300;
  beforeAll(async () => {
    hospital = await openHospitalUnderTest();
  });
  beforeEach(async () => {
    hospital.cloud.faults.clear();
    patient = await boundPatient(hospital, (serial += 1));
  });
  afterAll(() => hospital.close());

  const record = async (appointmentId: string): Promise<AppointmentRecord> => {
    const all = await documentsOf<AppointmentRecord>(hospital.cloud, 'appointments');
    const found = all.find(({ _id }) => _id === appointmentId);
    if (!found) throw new Error('No appointment');
    return found;
  };

  test('waits in its document until it is heard, and is then delivered by the courier', async () => {
    const { appointmentId } = await paid(hospital, patient, SESSION, '09:00');
    hospital.cloud.faults.set({ name: 'function-fail', match: { function: 'billing' } });
    expect(accepted(await cancel(hospital, patient, appointmentId, 'A1')).refund?.state).toBe('requested');
    expect((await record(appointmentId)).outbox.map(({ event }) => event)).toEqual(['refund-requested']);
    await hospital.pass(3);
    expect((await record(appointmentId)).outbox).toHaveLength(1);
    hospital.cloud.faults.clear();
    await hospital.pass(4);
    expect((await record(appointmentId)).outbox).toEqual([]);
    expect((await seen(hospital, patient, appointmentId)).refund?.state).toBe('done');
    await expectInvariants(hospital);
  });

  test('is delivered although the courier can settle no document before it', async () => {
    const { appointmentId } = await paid(hospital, patient, 'dr-tian_2026-03-13_am', '10:30');
    hospital.cloud.faults.set({ name: 'function-fail', match: { function: 'billing' } });
    await cancel(hospital, patient, appointmentId, 'A1');
    hospital.cloud.faults.clear();
    const match = { collection: 'audit-log', function: 'courier-deliver-outbox' };
    hospital.cloud.faults.set({ name: 'database-fail', match });
    await hospital.pass(3);
    expect((await seen(hospital, patient, appointmentId)).refund?.state).toBe('done');
    hospital.cloud.faults.clear();
    await hospital.pass(3);
    expect(await record(appointmentId)).toMatchObject({ audit: [], outbox: [], outboxDueAt: null });
  });

  test('is heard although its acknowledgement is lost, once more without effect', async () => {
    const { appointmentId } = await held(hospital, patient, SESSION, '09:30');
    await ordered(hospital, patient.openid, appointmentId);
    const match = { collection: 'appointments', action: 'database.modifyDocument', function: 'booking' };
    // The cancellation itself is saved; each later change of the document fails for a while.
    const answer = await cancel(hospital, patient, appointmentId, 'UNPAID');
    hospital.cloud.faults.set({ name: 'database-fail', match, times: 2 });
    expect(refusal(answer)).toBe('ACCEPTED');
    await hospital.pass(4);
    expect((await seen(hospital, patient, appointmentId)).status).toBe('cancelled');
    await expectInvariants(hospital);
  });

  test.each(['booking', 'billing'])(
    'survives that %s fails again and again on the way through a payment',
    async (failing) => {
      const { appointmentId } = await held(
        hospital,
        patient,
        SESSION,
        failing === 'booking' ? '10:00' : '10:30',
      );
      const sheet = await ordered(hospital, patient.openid, appointmentId);
      hospital.cloud.faults.set({
        name: 'database-fail',
        match: { function: failing, action: 'database.modifyDocument' },
        times: 4,
      });
      await hospital.cloud.pay.choose(sheet, 'succeed', patient.openid);
      await hospital.pass(6);
      expect(await seen(hospital, patient, appointmentId)).toMatchObject({
        status: 'booked',
        payment: 'paid',
      });
      await expectInvariants(hospital);
    },
  );

  test('does not turn an accepted command into a fault when the acknowledgement fails', async () => {
    const { appointmentId } = await held(hospital, patient, SESSION, '08:30');
    await pay(hospital, patient, appointmentId);
    hospital.cloud.faults.set({
      name: 'database-fail',
      match: { collection: 'sessions', function: 'booking', action: 'database.modifyDocument' },
      times: 1,
    });
    expect(refusal(await cancel(hospital, patient, appointmentId, 'A1'))).toBe('ACCEPTED');
    await hospital.pass(4);
    await expectInvariants(hospital);
  });

  test('moves audit records into the log, each once, and leaves nothing due', async () => {
    const { appointmentId } = await paid(hospital, patient, 'dr-tian_2026-03-13_am', '09:00');
    accepted(await cancel(hospital, patient, appointmentId, 'A1'));
    await hospital.pass(4);
    await hospital.minute();
    const log = await documentsOf<AuditEvent & { documentId: string }>(hospital.cloud, 'audit-log');
    const own = log.filter(({ documentId }) => documentId === appointmentId).map(({ action }) => action);
    expect(own).toEqual(
      expect.arrayContaining([
        'appointment.hold',
        'appointment.book',
        'appointment.cancelled',
        'payment.paid',
        'refund.done',
      ]),
    );
    expect(own.filter((action) => action === 'appointment.cancelled')).toHaveLength(1);
    expect(await record(appointmentId)).toMatchObject({ audit: [], outbox: [], outboxDueAt: null });
  });

  test('a fault says nothing but where to look for it', async () => {
    const { appointmentId } = await held(hospital, patient, 'dr-tian_2026-03-13_am', '09:30');
    hospital.cloud.faults.set({ name: 'database-fail', match: { function: 'booking' }, times: 2 });
    const answer = await hospital.ask(patient.openid, 'booking', 'getAppointment', { appointmentId });
    expect(answer).toEqual({
      ok: false,
      error: 'FAULT',
      detail: { requestId: expect.stringMatching(/^[0-9a-z]{26}$/) },
    });
  });

  test('a command that was accepted answers the same to the same id, and refuses another body', async () => {
    const { appointmentId } = await held(hospital, patient, 'dr-tian_2026-03-13_am', '10:00');
    const requestId = newRequest();
    const tap = (rule: string) =>
      hospital.ask(patient.openid, 'booking', 'cancelAppointment', { requestId, appointmentId, rule });
    accepted(await tap('UNPAID'));
    expect(accepted(await tap('UNPAID')).endedBy).toBe('patient');
    expect(refusal(await tap('A1'))).toBe('REQUEST_ID_REUSED');
    const { openid, patientId } = patient;
    const id = newRequest();
    accepted(await hospital.ask(openid, 'identity', 'setDefaultPatient', { requestId: id, patientId }));
    accepted(await hospital.ask(openid, 'identity', 'setDefaultPatient', { requestId: id, patientId }));
    for (const reused of [
      await hospital.ask(openid, 'identity', 'unbindPatient', { requestId: id, patientId }),
      await hospital.ask(openid, 'identity', 'withdrawConsent', { requestId: id }),
      await hospital.ask(openid, 'identity', 'signOut', { requestId: id }),
      await hospital.ask(openid, 'identity', 'signIn', { requestId: id }),
      await hospital.ask(openid, 'identity', 'verifyPhone', { requestId: id, code: 'abcdef' }),
      await hospital.ask(openid, 'identity', 'giveConsent', { requestId: id, documentId: 'a', version: '1' }),
      await hospital.ask(openid, 'identity', 'chooseOutpatientNumber', {
        requestId: id,
        patientId,
        reference: 'a',
      }),
    ])
      expect(refusal(reused)).toBe('REQUEST_ID_REUSED');
  });
});
