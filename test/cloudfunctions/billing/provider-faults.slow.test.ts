import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { PaymentRecord } from '../../../cloudfunctions/_store/payments';
import type { FaultName } from '../../../local/cloud/faults/names';
import { documentsOf } from '../documents';
import { openHospitalUnderTest, TUESDAY_8_00, type HospitalUnderTest } from '../hospital-under-test';
import { expectInvariants } from '../invariants';
import { boundPatient, newRequest, type PatientUnderTest } from '../patient-under-test';
import { staffMember } from '../staff-under-test';
import { accepted, cancel, held, ordered, paid, pay, refusal, seen } from '../visit-under-test';

jest.setTimeout(120_000);

const SESSION = 'dr-tian_2026-03-12_am';
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

let hospital: HospitalUnderTest;
let patient: PatientUnderTest;
let appointmentId: string;
let serial = 300;

beforeAll(async () => {
  hospital = await openHospitalUnderTest();
});
beforeEach(async () => {
  hospital.cloud.faults.clear();
  await hospital.cloud.clock.set(TUESDAY_8_00);
  patient = await boundPatient(hospital, (serial += 1));
});
afterEach(() => {
  const unused = hospital.cloud.faults.list().filter(({ times }) => times !== undefined);
  expect(unused).toEqual([]);
});
afterAll(() => hospital.close());

const now = () => seen(hospital, patient, appointmentId);
const refund = async () => (await now()).refund;
const fail = (...names: FaultName[]) => {
  for (const name of names) hospital.cloud.faults.set({ name, times: 1 });
};

/** Lets time go by at once; of the minutes in it only the last one does its work. */
async function later(milliseconds: number) {
  await hospital.cloud.clock.advance(milliseconds);
  await hospital.cloud.pay.callbacksSettled();
  await hospital.minute();
  await hospital.cloud.pay.callbacksSettled();
}

/** The money went back once, the books agree with the provider's, and nothing is looked at any more. */
async function expectBackOnce() {
  expect(await now()).toMatchObject({ status: 'cancelled', refund: { state: 'done', amountFen: 600 } });
  const made = hospital.cloud.pay.refunds().filter(({ outTradeNo }) => outTradeNo === appointmentId);
  expect(made).toMatchObject([{ state: 'SUCCESS', refundFee: 600 }]);
  const all = await documentsOf<PaymentRecord>(hospital.cloud, 'payments');
  expect(all.find(({ _id }) => _id === appointmentId)).toMatchObject({
    dueAt: null,
    refunds: [{ nextAttemptAt: null, owner: null }],
  });
  await expectInvariants(hospital);
}

describe('a refund that WeChat has and tells nothing of', () => {
  async function cancelled(...faults: FaultName[]) {
    ({ appointmentId } = await paid(hospital, patient, SESSION, '09:00'));
    hospital.cloud.faults.set({ name: 'refund-details-missing' });
    fail(...faults);
    accepted(await cancel(hospital, patient, appointmentId, 'A1'));
  }

  test('ends by its notice, though that comes twice', async () => {
    await cancelled('callback-twice');
    expect(await refund()).toMatchObject({ state: 'accepted', owner: null });
    await later(MINUTE_MS);
    await expectBackOnce();
  });

  test('ends by a notice that comes again, where neither its acceptance nor the first notice was heard', async () => {
    await cancelled('refund-fail-after', 'query-fail');
    await later(MINUTE_MS);
    expect((await refund())?.state).toBe('failed');
    await later(MINUTE_MS);
    await expectBackOnce();
  });

  test('is tried again where the notice says that it could not be sent', async () => {
    await cancelled('refund-abnormal');
    await later(MINUTE_MS);
    expect((await refund())?.state).toBe('failed');
    await later(3 * MINUTE_MS);
    await later(MINUTE_MS);
    await expectBackOnce();
  });

  test('goes to a named owner once the notice is lost, and is asked about until WeChat tells', async () => {
    await cancelled('callback-lost');
    await later(DAY_MS);
    expect(await refund()).toMatchObject({ state: 'accepted', owner: null });
    await later(4 * DAY_MS);
    expect(await refund()).toMatchObject({ state: 'needs-staff', owner: '1 楼挂号窗口' });
    await later(DAY_MS);
    expect(await refund()).toMatchObject({ state: 'needs-staff', owner: '1 楼挂号窗口' });
    hospital.cloud.faults.clear();
    await later(DAY_MS);
    await expectBackOnce();
  });

  test('is ended by the word of a clerk who saw the money, and not asked about any more', async () => {
    await cancelled('callback-lost');
    const clerk = await staffMember(hospital, { role: 'window' });
    const finish = () =>
      hospital.ask(clerk, 'billing', 'finishRefund', {
        requestId: newRequest(),
        paymentId: appointmentId,
        refundId: `${appointmentId}r1`,
      });
    await later(DAY_MS);
    expect(refusal(await finish())).toBe('REFUND_GOES_ON');
    await later(4 * DAY_MS);
    expect(accepted(await hospital.ask(clerk, 'billing', 'listStuckRefunds', {}))).toMatchObject([
      { kind: 'registration', channel: 'wechat', amountFen: 600, owner: '1 楼挂号窗口', tries: 0 },
    ]);
    accepted(await finish());
    expect(accepted(await hospital.ask(clerk, 'billing', 'listStuckRefunds', {}))).toEqual([]);
    await expectBackOnce();
  });

  test('is not ended by the notice of another amount, nor by any against WeChat’s own answer', async () => {
    await cancelled('callback-lost');
    const outRefundNo = hospital.cloud.pay
      .refunds()
      .find((one) => one.outTradeNo === appointmentId)?.outRefundNo;
    const said = { outTradeNo: appointmentId, outRefundNo, refundStatus: 'SUCCESS' };
    const forge = async (refundFee: number) => {
      const event = { ...said, totalFee: 600, refundFee };
      await hospital.cloud.pay.forge({
        outTradeNo: appointmentId,
        functionName: 'billing-refund-callback',
        event,
      });
    };
    await forge(599);
    expect((await refund())?.state).toBe('accepted');
    hospital.cloud.faults.clear();
    await forge(600);
    expect((await refund())?.state).toBe('accepted');
    await later(MINUTE_MS);
    await expectBackOnce();
  });
});

describe('a refund', () => {
  const madeAt = () => hospital.cloud.pay.refunds().find(({ outTradeNo }) => outTradeNo === appointmentId);

  test('that could not be sent waits for its next try, however often the notice comes', async () => {
    ({ appointmentId } = await paid(hospital, patient, SESSION, '09:00'));
    fail('refund-abnormal');
    accepted(await cancel(hospital, patient, appointmentId, 'A1'));
    await later(MINUTE_MS);
    expect(await refund()).toMatchObject({ state: 'failed' });
    const { outRefundNo } = madeAt() ?? {};
    const event = { outRefundNo, refundStatus: 'CHANGE', totalFee: 600, refundFee: 600 };
    const functionName = 'billing-refund-callback';
    await hospital.cloud.pay.forge({ outTradeNo: appointmentId, functionName, event });
    expect(await refund()).toMatchObject({ state: 'failed' });
    expect(madeAt()?.state).toBe('CHANGE');
    await later(3 * MINUTE_MS);
    await later(MINUTE_MS);
    await expectBackOnce();
  });

  test('whose calls are all lost gets a named owner, and is done once WeChat can be reached', async () => {
    ({ appointmentId } = await paid(hospital, patient, SESSION, '09:00'));
    hospital.cloud.faults.set({ name: 'reset-before', match: { action: 'wx.wxPayApi' } });
    accepted(await cancel(hospital, patient, appointmentId, 'A1'));
    await later(DAY_MS / 2);
    expect(await refund()).toMatchObject({ state: 'requested', owner: null });
    await later(DAY_MS / 2);
    expect(await refund()).toMatchObject({ state: 'needs-staff', owner: '1 楼挂号窗口' });
    hospital.cloud.faults.clear();
    await later(DAY_MS);
    await later(MINUTE_MS);
    await expectBackOnce();
  });
});

describe('an order', () => {
  const order = () =>
    hospital.ask(patient.openid, 'billing', 'payAppointment', { requestId: newRequest(), appointmentId });

  test('that was made unheard, that a bank refused and whose callback is lost ends in the seat', async () => {
    ({ appointmentId } = await held(hospital, patient, SESSION, '09:30'));
    fail('pay-fail-after', 'bank-error', 'callback-lost');
    expect(refusal(await order())).toBe('PAYMENT_UNAVAILABLE');
    await expect(pay(hospital, patient, appointmentId)).rejects.toThrow('银行系统异常');
    await later(2 * MINUTE_MS);
    expect((await now()).status).toBe('pending');
    await pay(hospital, patient, appointmentId);
    await later(2 * MINUTE_MS);
    expect(await now()).toMatchObject({ status: 'booked', payment: 'paid', refund: null });
    await expectInvariants(hospital);
  });

  test('whose closing was not heard frees its seat all the same', async () => {
    ({ appointmentId } = await held(hospital, patient, SESSION, '10:00'));
    await ordered(hospital, patient.openid, appointmentId);
    fail('close-fail-after');
    await later(11 * MINUTE_MS);
    expect(await now()).toMatchObject({ status: 'cancelled', endedBy: 'lapse', refund: null });
    await expectInvariants(hospital);
  });

  test('paid after it was given up goes back once, though WeChat is slow to take it and tells nothing', async () => {
    ({ appointmentId } = await held(hospital, patient, SESSION, '10:00'));
    await pay(hospital, patient, appointmentId, 'succeed-late');
    hospital.cloud.faults.set({ name: 'refund-details-missing' });
    fail('refund-frequency', 'callback-late');
    accepted(await cancel(hospital, patient, appointmentId, 'UNPAID'));
    await later(MINUTE_MS);
    expect(await refund()).toMatchObject({ state: 'failed', amountFen: 600 });
    await later(3 * MINUTE_MS);
    await later(MINUTE_MS);
    expect((await refund())?.state).toBe('accepted');
    await later(10 * MINUTE_MS);
    await expectBackOnce();
  });
});
