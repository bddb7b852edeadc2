import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { openHospitalUnderTest, type HospitalUnderTest } from '../hospital-under-test';
import type { AppointmentRecord } from '../../../cloudfunctions/_store/appointments';
import { documentsOf } from '../documents';
import { expectInvariants } from '../invariants';
import { book, boundPatient, type PatientUnderTest } from '../patient-under-test';
import { accepted, held, ordered, seen } from '../visit-under-test';

jest.setTimeout(120_000);

/** Half-hours 08:30 … 10:30 with two seats each. */
const SESSION = 'dr-tian_2026-03-12_am';

describe('a payment that arrives after the hold has ended (A12)', () => {
  let hospital: HospitalUnderTest;
  let serial = 200;
  let patient: PatientUnderTest;
  beforeAll(async () => {
    hospital = await openHospitalUnderTest();
  });
  beforeEach(async () => {
    await hospital.cloud.clock.set(Date.parse('2026-03-10T08:00:00+08:00'));
    patient = await boundPatient(hospital, (serial += 1));
  });
  afterAll(() => hospital.close());

  /**
   * A lapsed hold whose order WeChat said not to know, and which was paid all the same. What comes between the end of the
   * hold and the news of the payment is `meanwhile`.
   */
  async function paidAfterLapse(acceptNearby: boolean, start: string, meanwhile: () => Promise<unknown>) {
    const { appointmentId } = accepted(await book(hospital, patient, SESSION, { start, acceptNearby }));
    const sheet = await ordered(hospital, patient.openid, appointmentId);
    await hospital.cloud.clock.advance(7 * 60_000);
    await hospital.cloud.pay.choose(sheet, 'succeed-late', patient.openid);
    await hospital.cloud.clock.advance(4 * 60_000);
    for (const name of ['query-fail', 'close-fail'] as const)
      hospital.cloud.faults.set({ name, code: 'ORDERNOTEXIST' });
    await hospital.minute();
    expect(await seen(hospital, patient, appointmentId)).toMatchObject({
      status: 'cancelled',
      endedBy: 'lapse',
    });
    hospital.cloud.faults.clear();
    await meanwhile();
    await hospital.cloud.pay.releaseCallbacks();
    await hospital.cloud.pay.callbacksSettled();
    await hospital.pass(2);
    return seen(hospital, patient, appointmentId);
  }

  const fill = async (start: string) => {
    for (;;) {
      const other = await boundPatient(hospital, (serial += 1));
      if (!(await book(hospital, other, SESSION, start)).ok) return;
    }
  };

  test('has its half-hour again where a seat is left', async () => {
    const after = await paidAfterLapse(false, '08:30', () => Promise.resolve());
    expect(after).toMatchObject({
      status: 'booked',
      payment: 'paid',
      start: '08:30',
      movedFrom: null,
      refund: null,
    });
    await hospital.pass(2);
    await expectInvariants(hospital);
  });

  test('has the nearest half-hour where the patient had agreed to it', async () => {
    const after = await paidAfterLapse(true, '09:00', () => fill('09:00'));
    expect(after).toMatchObject({
      status: 'booked',
      movedFrom: { start: '09:00', end: '09:30' },
      refund: null,
    });
    expect(['08:30', '09:30']).toContain(after.start);
    await hospital.pass(12);
    await expectInvariants(hospital);
  });

  test('goes back in full where the patient wanted that half-hour only', async () => {
    const after = await paidAfterLapse(false, '09:30', () => fill('09:30'));
    expect(after).toMatchObject({
      status: 'cancelled',
      endedBy: 'no-seat',
      refund: { amountFen: 600, state: 'done' },
    });
    await hospital.pass(12);
    await expectInvariants(hospital);
  });

  test('goes back in full where the patient has booked the same doctor anew meanwhile', async () => {
    const again: { appointmentId?: string } = {};
    const after = await paidAfterLapse(true, '10:00', async () => {
      again.appointmentId = (await held(hospital, patient, SESSION, '10:30')).appointmentId;
    });
    expect(after).toMatchObject({ status: 'cancelled', endedBy: 'no-seat', refund: { state: 'done' } });
    expect((await seen(hospital, patient, again.appointmentId ?? '')).status).toBe('pending');
    await hospital.pass(12);
    await expectInvariants(hospital);
  });

  test('goes back in full once the half-hour has begun', async () => {
    const after = await paidAfterLapse(true, '10:00', () =>
      hospital.cloud.clock.set(Date.parse('2026-03-12T11:45:00+08:00')),
    );
    expect(after).toMatchObject({ status: 'cancelled', endedBy: 'no-seat', refund: { state: 'done' } });
    await expectInvariants(hospital);
  });

  test('keeps its seat when the end of the hold is told once more, too late', async () => {
    const after = await paidAfterLapse(false, '10:30', () => Promise.resolve());
    const { appointmentId } = after;
    const [record] = (await documentsOf<AppointmentRecord>(hospital.cloud, 'appointments')).filter(
      ({ _id }) => _id === appointmentId,
    );
    if (!record) throw new Error('The appointment is not there');
    const { sessionId, seat, accountId } = record;
    const payload = {
      appointmentId,
      sessionId,
      seat,
      seatRound: 0,
      accountId,
      lapsed: true,
      at: record.createdAt,
    };
    const told = await hospital.cloud.invoke({
      name: 'booking',
      source: 'wx_trigger,scf',
      data: { deliver: { messageId: 'm1', event: 'appointment-ended', payload, at: record.createdAt } },
    });
    expect(told.result).toBe('acknowledged');
    expect((await seen(hospital, patient, appointmentId)).status).toBe('booked');
    await expectInvariants(hospital);
  });
});
