import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { openHospitalUnderTest, type HospitalUnderTest } from '../hospital-under-test';
import { expectInvariants } from '../invariants';
import { book, boundPatient, newRequest, type PatientUnderTest } from '../patient-under-test';
import { accepted, cancel, held, ordered, paid, pay, refusal, seen } from '../visit-under-test';

jest.setTimeout(120_000);

const SESSION = 'dr-tian_2026-03-12_am';
const STARTS = ['08:30', '09:00', '09:30', '10:00'];

describe('money and seats', () => {
  let hospital: HospitalUnderTest;
  let serial = 100;
  let patient: PatientUnderTest;
  beforeAll(async () => {
    hospital = await openHospitalUnderTest();
  });
  beforeEach(async () => {
    hospital.cloud.faults.clear();
    await hospital.cloud.clock.set(Date.parse('2026-03-10T08:00:00+08:00'));
    patient = await boundPatient(hospital, (serial += 1));
  });
  afterAll(() => hospital.close());

  test('a hold that is not paid lapses, and only the closed order frees its seat', async () => {
    const { appointmentId, queueNumber } = await held(hospital, patient, SESSION, '09:00');
    await ordered(hospital, patient.openid, appointmentId);
    hospital.cloud.faults.set({ name: 'close-fail' });
    await hospital.pass(12);
    expect(await seen(hospital, patient, appointmentId)).toMatchObject({
      status: 'closing',
      endedBy: 'lapse',
    });
    await expectInvariants(hospital);
    hospital.cloud.faults.clear();
    await hospital.pass(2);
    expect(await seen(hospital, patient, appointmentId)).toMatchObject({
      status: 'cancelled',
      endedBy: 'lapse',
    });
    await expectInvariants(hospital);
    const next = await boundPatient(hospital, (serial += 1));
    expect((await held(hospital, next, SESSION, '09:00')).queueNumber).toBe(queueNumber);
  });

  test('a hold without an order lapses by the timer alone', async () => {
    const { appointmentId } = await held(hospital, patient, SESSION, '09:30');
    await hospital.pass(9);
    expect((await seen(hospital, patient, appointmentId)).status).toBe('pending');
    await hospital.pass(2);
    expect((await seen(hospital, patient, appointmentId)).status).toBe('cancelled');
    await expectInvariants(hospital);
  });

  test('whoever lets a hold lapse may take the same doctor again at once', async () => {
    const { appointmentId } = await held(hospital, patient, SESSION, '09:30');
    await hospital.cloud.clock.advance(11 * 60_000);
    const again = accepted(await book(hospital, patient, SESSION, '09:30'));
    expect(again.appointmentId).not.toBe(appointmentId);
    expect((await seen(hospital, patient, appointmentId)).endedBy).toBe('lapse');
    await expectInvariants(hospital);
  });

  test('cancelling while the payment is under way gives all of it back', async () => {
    const { appointmentId } = await held(hospital, patient, SESSION, '10:00');
    await pay(hospital, patient, appointmentId, 'succeed-late');
    const answer = accepted(await cancel(hospital, patient, appointmentId, 'UNPAID'));
    expect(answer).toMatchObject({ status: 'closing', endedBy: 'patient' });
    await hospital.pass(3);
    expect(await seen(hospital, patient, appointmentId)).toMatchObject({
      status: 'cancelled',
      endedBy: 'patient',
      refund: { state: 'done', amountFen: 600 },
    });
    await expectInvariants(hospital);
  });

  test('cancel and pay at once end in a seat or in the money, for every order of the two', async () => {
    for (let round = 0; round < 4; round += 1) {
      const one = await boundPatient(hospital, (serial += 1));
      const { appointmentId } = await held(hospital, one, 'dr-tian_2026-03-13_am', STARTS[round] ?? '');
      const sheet = await ordered(hospital, one.openid, appointmentId);
      await Promise.all([
        hospital.cloud.pay.choose(sheet, 'succeed', one.openid),
        cancel(hospital, one, appointmentId, round % 2 ? 'UNPAID' : 'A1'),
        hospital.ask(one.openid, 'billing', 'confirmPayment', { requestId: newRequest(), appointmentId }),
        hospital.cloud.timers.runNow('billing-settle'),
      ]);
      await hospital.pass(3);
      const { status, refund } = await seen(hospital, one, appointmentId);
      expect(status === 'booked' ? refund : (refund?.state ?? 'unpaid')).not.toBe('requested');
      await expectInvariants(hospital);
    }
  });

  test('a payment whose callback is late is found out by the timer', async () => {
    const { appointmentId } = await held(hospital, patient, SESSION, '10:30');
    await pay(hospital, patient, appointmentId, 'succeed-late');
    expect(await seen(hospital, patient, appointmentId)).toMatchObject({
      status: 'pending',
      payment: 'waiting',
    });
    await hospital.pass(2);
    expect(await seen(hospital, patient, appointmentId)).toMatchObject({ status: 'booked', payment: 'paid' });
    await hospital.pass(12);
    await expectInvariants(hospital);
  });

  test('the phone that says it has paid is answered from what WeChat says', async () => {
    const { appointmentId } = await held(hospital, patient, SESSION, '10:30');
    const ask = async () =>
      accepted(
        await hospital.ask(patient.openid, 'billing', 'confirmPayment', {
          requestId: newRequest(),
          appointmentId,
        }),
      ).state;
    await ordered(hospital, patient.openid, appointmentId);
    expect(await ask()).toBe('waiting');
    await pay(hospital, patient, appointmentId, 'succeed-late');
    expect(await ask()).toBe('paid');
    expect((await seen(hospital, patient, appointmentId)).status).toBe('booked');
    await expectInvariants(hospital);
  });

  test('a callback that comes three times pays once', async () => {
    const appointment = await paid(hospital, patient, SESSION, '08:30');
    await hospital.cloud.pay.repeatCallbacks(appointment.appointmentId);
    await hospital.cloud.pay.repeatCallbacks(appointment.appointmentId);
    await hospital.cloud.pay.callbacksSettled();
    expect(await seen(hospital, patient, appointment.appointmentId)).toMatchObject({ status: 'booked' });
    await expectInvariants(hospital);
  });

  test('a refund that WeChat refuses is tried again under its number, then the window is named', async () => {
    const { appointmentId } = await paid(hospital, patient, SESSION, '08:30');
    hospital.cloud.faults.set({ name: 'refund-fail' });
    accepted(await cancel(hospital, patient, appointmentId, 'A1'));
    await hospital.pass(1);
    expect((await seen(hospital, patient, appointmentId)).refund).toMatchObject({
      state: 'failed',
      owner: null,
    });
    await hospital.pass(70);
    expect((await seen(hospital, patient, appointmentId)).refund).toMatchObject({
      state: 'needs-staff',
      owner: '1 楼挂号窗口',
    });
    hospital.cloud.faults.clear();
    await hospital.cloud.clock.advance(12 * 3_600_000);
    await hospital.pass(3);
    expect((await seen(hospital, patient, appointmentId)).refund).toMatchObject({
      state: 'done',
      owner: null,
    });
    expect(
      hospital.cloud.pay.refunds().filter(({ outTradeNo }) => outTradeNo === appointmentId),
    ).toHaveLength(1);
    await expectInvariants(hospital);
  });

  test('a refund that WeChat takes and cannot send is not tried for ever without anybody knowing', async () => {
    const { appointmentId } = await paid(hospital, patient, SESSION, '09:00');
    hospital.cloud.faults.set({ name: 'refund-abnormal' });
    accepted(await cancel(hospital, patient, appointmentId, 'A1'));
    // Six tries with doubling pauses; how long WeChat takes for each is not ours to say.
    const refund = async () => (await seen(hospital, patient, appointmentId)).refund;
    for (let half = 0; half < 16 && (await refund())?.state !== 'needs-staff'; half += 1) {
      await hospital.pass(30);
    }
    expect(await refund()).toMatchObject({
      state: 'needs-staff',
      owner: '1 楼挂号窗口',
    });
  });

  test('an order that WeChat does not take is refused, and the hold lives on', async () => {
    const { appointmentId } = await held(hospital, patient, SESSION, '09:30');
    hospital.cloud.faults.set({ name: 'pay-fail', times: 1 });
    const order = () =>
      hospital.ask(patient.openid, 'billing', 'payAppointment', { requestId: newRequest(), appointmentId });
    expect(refusal(await order())).toBe('PAYMENT_UNAVAILABLE');
    const [first, second] = [accepted(await order()), accepted(await order())];
    expect(second.payment).toEqual(first.payment);
    expect(first.expiresAt).toBeLessThan((await seen(hospital, patient, appointmentId)).expiresAt ?? 0);
    await expectInvariants(hospital);
  });
});
