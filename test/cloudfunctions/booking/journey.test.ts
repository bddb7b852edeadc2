import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { openHospitalUnderTest, type HospitalUnderTest } from '../hospital-under-test';
import { book, boundPatient, newRequest } from '../patient-under-test';

jest.setTimeout(120_000);

const SESSION = 'dr-tian_2026-03-11_am';

describe('the first journey', () => {
  let hospital: HospitalUnderTest;
  beforeAll(async () => {
    hospital = await openHospitalUnderTest();
  });
  afterAll(() => hospital.close());

  test('bind, hold, pay, cancel, refund, and the seat is back on sale', async () => {
    const patient = await boundPatient(hospital, 1);
    const before = await seatsLeft(hospital, patient.openid);
    const held = await book(hospital, patient, SESSION, '09:00');
    if (!held.ok) throw new Error(held.error);
    expect(held.value).toMatchObject({ status: 'pending', feeFen: 600, payment: 'waiting' });
    expect(await seatsLeft(hospital, patient.openid)).toBe(before - 1);

    const { appointmentId } = held.value;
    const order = await hospital.ask(patient.openid, 'billing', 'payAppointment', {
      requestId: newRequest(),
      appointmentId,
    });
    if (!order.ok) throw new Error(order.error);
    await hospital.cloud.pay.choose(order.value.payment.package, 'succeed', patient.openid);
    await settled(async () => (await read(hospital, patient.openid, appointmentId)).status === 'booked');
    const booked = await read(hospital, patient.openid, appointmentId);
    expect(booked).toMatchObject({
      status: 'booked',
      payment: 'paid',
      cancellation: { rule: 'A1', amountFen: 600 },
    });

    const cancelled = await hospital.ask(patient.openid, 'booking', 'cancelAppointment', {
      requestId: newRequest(),
      appointmentId,
      rule: 'A1',
    });
    expect(cancelled.ok && cancelled.value.refund?.amountFen).toBe(600);
    await hospital.cloud.clock.advance(120_000);
    await hospital.minute();
    await settled(async () => (await read(hospital, patient.openid, appointmentId)).refund?.state === 'done');
    expect(await seatsLeft(hospital, patient.openid)).toBe(before);
  });
});

async function seatsLeft(hospital: HospitalUnderTest, openid: string): Promise<number> {
  const doctors = await hospital.ask(openid, 'booking', 'listDoctors', {
    clinicId: 'family-general',
    day: '2026-03-11' as never,
  });
  if (!doctors.ok) throw new Error(doctors.error);
  const session = doctors.value
    .flatMap((doctor) => doctor.sessions)
    .find(({ sessionId }) => sessionId === SESSION);
  if (!session) throw new Error('The session is not on sale');
  return session.seatsLeft;
}

async function read(hospital: HospitalUnderTest, openid: string, appointmentId: string) {
  const found = await hospital.ask(openid, 'booking', 'getAppointment', { appointmentId });
  if (!found.ok) throw new Error(found.error);
  return found.value;
}

async function settled(condition: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('It did not come about');
}
