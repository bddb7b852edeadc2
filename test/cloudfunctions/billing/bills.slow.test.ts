import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { writeBillCode } from '@core/domain/billing/bill-code';
import { billCodeKey, billNumberOf } from '../../../cloudfunctions/_store/bill-codes';
import type { PaymentRecord } from '../../../cloudfunctions/_store/payments';
import { useKeysOf } from '../crowd';
import { documentsOf } from '../documents';
import { openHospitalUnderTest, TUESDAY_8_00, type HospitalUnderTest } from '../hospital-under-test';
import { expectInvariants } from '../invariants';
import { boundPatient, newRequest, type PatientUnderTest } from '../patient-under-test';
import { staffMember } from '../staff-under-test';
import { accepted, cancel, held, ordered, pay, refusal, seen } from '../visit-under-test';
import { billed, billOf, codeOf, mark, payByCode, replaceDocument, tell } from './bill-under-test';

jest.setTimeout(120_000);

const HOUR_MS = 3_600_000;
/** A WeChat user whom the hospital has never seen. */
const PASSER_BY = 'oPasserBy_0001';

let hospital: HospitalUnderTest;
let patient: PatientUnderTest;
let billId: string;
let orderId: string;
let serial = 600;

beforeAll(async () => {
  hospital = await openHospitalUnderTest();
  useKeysOf(hospital.cloud);
});
beforeEach(async () => {
  hospital.cloud.faults.clear();
  await hospital.cloud.clock.set(TUESDAY_8_00);
  patient = await boundPatient(hospital, (serial += 1));
  ({ billId, orderId } = await billed(hospital, patient));
});
afterEach(() => expectInvariants(hospital));
afterAll(() => hospital.close());

const now = () => hospital.cloud.clock.now();
const byCode = (code: string, openid = PASSER_BY) =>
  hospital.ask(openid, 'billing', 'getBillByCode', { code });
/** Why a code shows nothing to pay, which is also why nothing can be paid by it. */
async function refusedCode(code: string): Promise<string> {
  const shown = refusal(await byCode(code));
  const requestId = newRequest();
  const paid = await hospital.ask(PASSER_BY, 'billing', 'payBillByCode', { requestId, code });
  expect(refusal(paid)).toBe(shown);
  return shown;
}
const orders = async () =>
  (await documentsOf<PaymentRecord>(hospital.cloud, 'payments')).filter((one) => one.billId === billId);
const open = (openid: string) =>
  hospital.ask(openid, 'billing', 'payBill', { requestId: newRequest(), billId });

describe('the code of a bill', () => {
  test('shows a stranger how much of which kind, and neither name nor item nor id', async () => {
    const answer = await byCode(await codeOf(hospital, patient.openid, billId));
    expect(accepted(answer)).toMatchObject({
      maskedPatientName: '试*人',
      totalFen: 5750,
      categories: [
        { category: 'laboratory', amountFen: 2000 },
        { category: 'drug', amountFen: 3750 },
      ],
    });
    expect(JSON.stringify(answer)).not.toMatch(/血常规|布洛芬|试验人|田医生|全科/);
    for (const hidden of [patient.patientId, billId, orderId])
      expect(JSON.stringify(answer)).not.toContain(hidden);
  });

  test('expired, altered, of another hospital and paid are four different answers', async () => {
    const code = await codeOf(hospital, patient.openid, billId);
    const altered = `${code.slice(0, 10)}${code[10] === 'A' ? 'B' : 'A'}${code.slice(11)}`;
    expect(await refusedCode(altered)).toBe('BILL_CODE_ALTERED');
    expect(await refusedCode(writeBillCode('A'.repeat(11), now() + HOUR_MS, billCodeKey()))).toBe(
      'BILL_CODE_ALTERED',
    );
    const elsewhere = { hospital: '00', sign: () => 'A'.repeat(9) };
    expect(await refusedCode(writeBillCode(billNumberOf(billId), now() + HOUR_MS, elsewhere))).toBe(
      'BILL_CODE_FOREIGN',
    );
    await hospital.cloud.clock.advance(3 * HOUR_MS);
    expect(await refusedCode(code)).toBe('BILL_CODE_EXPIRED');
    const fresh = await codeOf(hospital, patient.openid, billId);
    await payByCode(hospital, PASSER_BY, fresh);
    expect(await refusedCode(fresh)).toBe('BILL_ALREADY_PAID');
    expect(await refusedCode(code)).toBe('BILL_ALREADY_PAID');
    const again = await hospital.ask(patient.openid, 'billing', 'getBillCode', { billId });
    expect(refusal(again)).toBe('BILL_ALREADY_PAID');
  });

  test('is given to the doctor who ordered and to no other', async () => {
    const own = await staffMember(hospital, { role: 'doctor', practitionerId: 'dr-tian' });
    const other = await staffMember(hospital, { role: 'doctor', practitionerId: 'dr-lu' });
    expect(accepted(await hospital.ask(own, 'billing', 'getBillCode', { billId })).totalFen).toBe(5750);
    expect(refusal(await hospital.ask(other, 'billing', 'getBillCode', { billId }))).toBe('NOT_FOUND');
    expect(refusal(await hospital.ask(PASSER_BY, 'billing', 'getBillCode', { billId }))).toBe('NOT_FOUND');
    expect(refusal(await hospital.ask(PASSER_BY, 'billing', 'getBill', { billId }))).toBe('NOT_FOUND');
  });
});

describe('a bill', () => {
  test('is paid by a stranger’s phone, who keeps a receipt, and the patient sees that it is', async () => {
    const paymentId = await payByCode(hospital, PASSER_BY, await codeOf(hospital, patient.openid, billId));
    const receipt = await hospital.ask(PASSER_BY, 'billing', 'getReceipt', { paymentId });
    expect(accepted(receipt)).toMatchObject({ state: 'paid', amountFen: 5750, isDuplicate: false });
    expect(JSON.stringify(receipt)).not.toMatch(/血常规|布洛芬/);
    expect(refusal(await hospital.ask(patient.openid, 'billing', 'getReceipt', { paymentId }))).toBe(
      'NOT_FOUND',
    );
    const seen = await hospital.ask(patient.openid, 'billing', 'getBill', { billId });
    expect(accepted(seen)).toMatchObject({ state: 'paid', payer: 'other', totalFen: 5750 });
    expect(accepted(seen).lines.map(({ name }) => name)).toEqual(['血常规五分类', '布洛芬混悬液']);
  });

  test('is made once, follows the order while it is unpaid, and is nothing to pay without lines', async () => {
    await tell(hospital, 'order-placed', orderId);
    await mark(hospital, orderId, 'l1', { state: 'cancelled', cancelledAt: now() });
    await tell(hospital, 'order-changed', orderId);
    expect(await billOf(hospital, billId)).toMatchObject({ state: 'due', totalFen: 3750 });
    const code = await codeOf(hospital, patient.openid, billId);
    await mark(hospital, orderId, 'l2', { state: 'not-done', notDoneAt: now() });
    await tell(hospital, 'order-changed', orderId);
    expect(refusal(await open(patient.openid))).toBe('NOTHING_TO_PAY');
    expect(await refusedCode(code)).toBe('NOTHING_TO_PAY');
    const anew = await hospital.ask(patient.openid, 'billing', 'getBillCode', { billId });
    expect(refusal(anew)).toBe('NOTHING_TO_PAY');
    const clerk = await staffMember(hospital, { role: 'window' });
    const counted = { requestId: newRequest(), billId, amountFen: 3750 as never };
    expect(refusal(await hospital.ask(clerk, 'billing', 'takeCashForBill', counted))).toBe('NOTHING_TO_PAY');
    expect(
      accepted(await hospital.ask(patient.openid, 'billing', 'listBills', { patientId: patient.patientId })),
    ).toEqual([]);
  });

  test('paid while the doctor takes a line back is paid, and the excess goes back by itself', async () => {
    const order = accepted(await open(patient.openid));
    await mark(hospital, orderId, 'l1', { state: 'cancelled', cancelledAt: now() });
    await tell(hospital, 'order-changed', orderId);
    await hospital.cloud.pay.choose(order.payment.package, 'succeed', patient.openid);
    await hospital.cloud.pay.callbacksSettled();
    await hospital.pass(2);
    expect(await billOf(hospital, billId)).toMatchObject({
      state: 'paid',
      payment: { amountFen: 5750 },
      refunds: [{ rule: 'A8', amountFen: 2000, lineId: null, state: 'done' }],
    });
  });

  test('gets one order for two taps of one phone, and one payment for two callbacks', async () => {
    hospital.cloud.faults.set({ name: 'pay-fail' });
    expect(refusal(await open(patient.openid))).toBe('PAYMENT_UNAVAILABLE');
    hospital.cloud.faults.clear();
    hospital.cloud.faults.set({ name: 'callback-twice', times: 1 });
    const [first, second] = await Promise.all([open(patient.openid), open(patient.openid)]);
    expect(accepted(first).paymentId).toBe(accepted(second).paymentId);
    await hospital.cloud.pay.choose(accepted(first).payment.package, 'succeed', patient.openid);
    await hospital.cloud.pay.callbacksSettled();
    expect((await orders()).map(({ state }) => state)).toEqual(['paid']);
    expect(refusal(await open(patient.openid))).toBe('ALREADY_PAID');
  });

  test('is paid late: a lost callback is made good by asking', async () => {
    hospital.cloud.faults.set({ name: 'callback-lost', times: 1 });
    const order = accepted(await open(patient.openid));
    await hospital.cloud.pay.choose(order.payment.package, 'succeed', patient.openid);
    await hospital.cloud.pay.callbacksSettled();
    expect((await billOf(hospital, billId)).state).toBe('due');
    const { paymentId } = order;
    const asked = await hospital.ask(patient.openid, 'billing', 'confirmBillPayment', {
      requestId: newRequest(),
      paymentId,
    });
    expect(accepted(asked).state).toBe('paid');
    expect((await billOf(hospital, billId)).state).toBe('paid');
  });
});

describe('a bill that nobody pays', () => {
  const tasks = async () =>
    accepted(await hospital.ask(patient.openid, 'visit', 'listTasks', { patientId: patient.patientId })).map(
      ({ kind, state }) => `${kind} ${state}`,
    );
  const listed = async () =>
    accepted(
      await hospital.ask(patient.openid, 'billing', 'listBills', { patientId: patient.patientId }),
    ).map(({ state }) => state);

  test('lapses with its last day and leaves the list of what to do; money under way still pays it', async () => {
    await hospital.cloud.clock.set(Date.parse('2026-03-11T23:55:00+08:00'));
    expect(await tasks()).toEqual(['pay-bill now', 'do-item later', 'collect-drug later']);
    const order = accepted(await open(patient.openid));
    const code = await codeOf(hospital, patient.openid, billId);
    await hospital.cloud.clock.advance(6 * 60_000);
    expect(await open(patient.openid)).toMatchObject({
      error: 'BILL_LAPSED',
      detail: { until: '2026-03-11', clause: { clauseId: 'bill-validity' } },
    });
    const clerk = await staffMember(hospital, { role: 'window' });
    const requestId = newRequest();
    const cash = { requestId, billId, amountFen: order.amountFen };
    const tries = await Promise.all([
      byCode(code),
      hospital.ask(PASSER_BY, 'billing', 'payBillByCode', { requestId, code }),
      hospital.ask(patient.openid, 'billing', 'getBillCode', { billId }),
      hospital.ask(clerk, 'billing', 'takeCashForBill', cash),
    ]);
    expect(tries.map(refusal)).toEqual(['BILL_LAPSED', 'BILL_LAPSED', 'BILL_LAPSED', 'BILL_LAPSED']);
    expect([await listed(), await tasks()]).toEqual([['lapsed'], ['bill-lapsed later']]);
    const { patientId } = patient;
    const atWindow = accepted(await hospital.ask(clerk, 'billing', 'getWindowFile', { patientId }));
    expect(atWindow.bills).toMatchObject([{ state: 'lapsed', cashFen: 0 }]);
    await hospital.cloud.pay.choose(order.payment.package, 'succeed', patient.openid);
    await hospital.cloud.pay.callbacksSettled();
    expect(await listed()).toEqual(['paid']);
    expect(await tasks()).toContain('pay-bill done');
  });
});

describe('two payers of one bill', () => {
  test('have orders of their own: the first one’s is closed before the second one’s is opened', async () => {
    const first = accepted(await open(patient.openid));
    const code = await codeOf(hospital, patient.openid, billId);
    const paymentId = await payByCode(hospital, PASSER_BY, code);
    expect(paymentId).not.toBe(first.paymentId);
    const { errMsg } = await hospital.cloud.pay.choose(first.payment.package, 'succeed', patient.openid);
    expect(errMsg).toMatch(/fail/);
    expect((await orders()).map(({ _id, state }) => [_id, state])).toEqual([
      [first.paymentId, 'closed'],
      [paymentId, 'paid'],
    ]);
  });

  test('at the same moment end with one paid order and no other that could be', async () => {
    const code = await codeOf(hospital, patient.openid, billId);
    const payers = ['oPayer_1', 'oPayer_2', 'oPayer_3'];
    const answers = await Promise.all(
      payers.map((openid) =>
        hospital.ask(openid, 'billing', 'payBillByCode', { requestId: newRequest(), code }),
      ),
    );
    for (const [index, answer] of answers.entries())
      if (answer.ok)
        await hospital.cloud.pay.choose(answer.value.payment.package, 'succeed', payers[index] ?? '');
    await hospital.cloud.pay.callbacksSettled();
    await hospital.pass(2);
    const states = (await orders()).map(({ state }) => state);
    expect(states.filter((state) => state === 'paid').length).toBeLessThanOrEqual(1);
    if (!states.includes('paid')) await payByCode(hospital, 'oPayer_1', code);
    expect((await billOf(hospital, billId)).state).toBe('paid');
  });

  test('where WeChat does not say whether the first order is closed, the second one waits', async () => {
    accepted(await open(patient.openid));
    const code = await codeOf(hospital, patient.openid, billId);
    hospital.cloud.faults.set({ name: 'query-fail' });
    hospital.cloud.faults.set({ name: 'close-fail' });
    const requestId = newRequest();
    const waiting = await hospital.ask(PASSER_BY, 'billing', 'payBillByCode', { requestId, code });
    expect(refusal(waiting)).toBe('PAYMENT_UNAVAILABLE');
    const clerk = await staffMember(hospital, { role: 'window' });
    const taken = { requestId: newRequest(), billId, amountFen: 5750 as never };
    expect(refusal(await hospital.ask(clerk, 'billing', 'takeCashForBill', taken))).toBe('CASH_NOT_NOW');
    hospital.cloud.faults.clear();
    await payByCode(hospital, PASSER_BY, code);
    expect((await billOf(hospital, billId)).state).toBe('paid');
  });

  test('where WeChat had called an order closed that was paid after all, all of it goes back at once (A8)', async () => {
    const first = accepted(await open(patient.openid));
    await pretendClosed(first.paymentId);
    const second = await payByCode(hospital, PASSER_BY, await codeOf(hospital, patient.openid, billId));
    await hospital.cloud.pay.choose(first.payment.package, 'succeed', patient.openid);
    await hospital.cloud.pay.callbacksSettled();
    await hospital.pass(2);
    expect(await orders()).toMatchObject([
      { _id: first.paymentId, state: 'paid', refunds: [{ rule: 'A8', amountFen: 5750, state: 'done' }] },
      { _id: second, state: 'paid', refunds: [] },
    ]);
    const receipt = await hospital.ask(patient.openid, 'billing', 'getReceipt', {
      paymentId: first.paymentId,
    });
    expect(accepted(receipt)).toMatchObject({ isDuplicate: true, refundedFen: 5750 });
  });
});

describe('a relative', () => {
  const consent = async (relative: PatientUnderTest, scope: 'pay' | 'book') => {
    const requestId = newRequest();
    const { code } = accepted(await hospital.ask(relative.openid, 'identity', 'askRelative', { requestId }));
    const { openid, patientId } = patient;
    const granted = { patientId, code, scopes: [scope], days: 30 };
    accepted(await hospital.ask(openid, 'identity', 'grantConsent', { requestId: newRequest(), ...granted }));
  };

  test('who may pay pays bills and fees with an order of their own; one who may only book does not', async () => {
    const daughter = await boundPatient(hospital, (serial += 1));
    const son = await boundPatient(hospital, (serial += 1));
    await consent(daughter, 'pay');
    await consent(son, 'book');
    expect(refusal(await open(son.openid))).toBe('NOT_FOUND');
    const own = accepted(await open(patient.openid));
    const hers = accepted(await open(daughter.openid));
    expect(hers.paymentId).not.toBe(own.paymentId);
    await hospital.cloud.pay.choose(hers.payment.package, 'succeed', daughter.openid);
    await hospital.cloud.pay.callbacksSettled();
    const list = await hospital.ask(daughter.openid, 'billing', 'listBills', {
      patientId: patient.patientId,
    });
    expect(accepted(list)).toMatchObject([{ state: 'paid', payer: 'you' }]);

    const { appointmentId } = await held(hospital, patient, 'dr-tian_2026-03-12_am', '09:00');
    const fees = ({ openid }: PatientUnderTest) =>
      hospital.ask(openid, 'billing', 'listFees', { patientId: patient.patientId });
    expect(accepted(await fees(daughter))).toMatchObject([{ appointmentId, feeFen: 600 }]);
    expect(refusal(await fees(son))).toBe('NOT_FOUND');
    const sheet = await ordered(hospital, patient.openid, appointmentId);
    await pay(hospital, daughter, appointmentId);
    const late = await hospital.cloud.pay.choose(sheet, 'succeed', patient.openid);
    expect(late.errMsg).toMatch(/fail/);
    expect(accepted(await fees(daughter))).toEqual([]);
    const booked = await seen(hospital, patient, appointmentId);
    expect(booked).toMatchObject({ status: 'booked', payment: 'paid' });
    accepted(await cancel(hospital, patient, appointmentId, 'A1'));
    await hospital.pass(2);
    expect((await seen(hospital, patient, appointmentId)).refund).toMatchObject({
      state: 'done',
      amountFen: 600,
    });
    const back = hospital.cloud.pay
      .refunds()
      .filter(({ outTradeNo }) => outTradeNo.startsWith(appointmentId));
    expect(back).toMatchObject([{ state: 'SUCCESS', outTradeNo: `${appointmentId}n2` }]);
  });

  test('who paid and deletes everything leaves the payment, and no way back from it', async () => {
    const payer = await boundPatient(hospital, (serial += 1));
    const paymentId = await payByCode(hospital, payer.openid, await codeOf(hospital, patient.openid, billId));
    accepted(await hospital.ask(payer.openid, 'identity', 'deleteMyData', { requestId: newRequest() }));
    expect((await billOf(hospital, billId)).payment).toMatchObject({ paymentId, payerId: 'deleted' });
    expect((await orders()).map(({ accountId }) => accountId)).toEqual(['deleted']);
  });

  test('whose order gave way is not paid by a late tap, and the hold that ends closes every order', async () => {
    const { appointmentId } = await held(hospital, patient, 'dr-tian_2026-03-12_am', '09:30');
    const daughter = await boundPatient(hospital, (serial += 1));
    await consent(daughter, 'pay');
    await ordered(hospital, patient.openid, appointmentId);
    await ordered(hospital, daughter.openid, appointmentId);
    await hospital.pass(17);
    expect(await seen(hospital, patient, appointmentId)).toMatchObject({
      status: 'cancelled',
      endedBy: 'lapse',
    });
    const states = hospital.cloud.pay
      .orders()
      .filter(({ outTradeNo }) => outTradeNo.startsWith(appointmentId));
    expect(states.map(({ state }) => state)).toEqual(['CLOSED', 'CLOSED']);
  });
});

/** Our own books say that the order is closed, though WeChat still takes money for it. */
async function pretendClosed(paymentId: string): Promise<void> {
  const found = (await orders()).find(({ _id }) => _id === paymentId);
  if (!found) throw new Error('No such order');
  await replaceDocument(hospital, 'payments', { ...found, state: 'closed', dueAt: null });
}
