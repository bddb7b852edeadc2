import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { WindowFile } from '@core/contract/billing';
import type { PaymentRecord } from '../../../cloudfunctions/_store/payments';
import { useKeysOf } from '../crowd';
import { documentsOf } from '../documents';
import { openHospitalUnderTest, TUESDAY_8_00, type HospitalUnderTest } from '../hospital-under-test';
import { expectInvariants } from '../invariants';
import { boundPatient, newRequest, type PatientUnderTest } from '../patient-under-test';
import { staffMember } from '../staff-under-test';
import { accepted, cancel, held, ordered, paid, refusal, seen } from '../visit-under-test';
import { billed, codeOf, mark, payByCode } from './bill-under-test';

jest.setTimeout(120_000);

const DAY_MS = 86_400_000;
const TODAY = 'dr-tian_2026-03-10_am';
const TOMORROW = 'dr-tian_2026-03-11_am';

let hospital: HospitalUnderTest;
let clerk: string;
let patient: PatientUnderTest;
let serial = 700;

beforeAll(async () => {
  hospital = await openHospitalUnderTest();
  useKeysOf(hospital.cloud);
  clerk = await staffMember(hospital, { role: 'window' });
});
beforeEach(async () => {
  await hospital.cloud.clock.set(TUESDAY_8_00);
  patient = await boundPatient(hospital, (serial += 1));
});
afterEach(() => expectInvariants(hospital));
afterAll(() => hospital.close());

const file = async (): Promise<WindowFile> =>
  accepted(await hospital.ask(clerk, 'billing', 'getWindowFile', { patientId: patient.patientId }));
const registration = async () => {
  const [first] = (await file()).registrations;
  if (!first) throw new Error('No registration');
  return first;
};
const giveBack = (appointmentId: string, rule: string, requestId = newRequest()) =>
  hospital.ask(clerk, 'booking', 'cancelAtWindow', { requestId, appointmentId, rule });
const paper = (appointmentId: string, act: 'print' | 'reprint' | 'void') =>
  hospital.ask(clerk, 'billing', 'changeAppointmentInvoice', { requestId: newRequest(), appointmentId, act });

describe('finding a patient', () => {
  test('by the outpatient number, masked; numbers that nobody has are counted', async () => {
    const me = await hospital.ask(patient.openid, 'identity', 'getMe', {});
    const outpatientNumber = accepted(me).patients[0]?.outpatientNumber ?? '';
    const find = (number: string, openid = clerk) =>
      hospital.ask(openid, 'billing', 'findAtWindow', { outpatientNumber: number });
    const found = await find(outpatientNumber);
    expect(JSON.stringify(found)).not.toContain(outpatientNumber);
    expect(accepted(found)).toMatchObject({
      patientId: patient.patientId,
      maskedName: '试*人',
    });
    // As a Chinese keyboard writes it, in groups.
    const wide = outpatientNumber.replaceAll(/[!-~]/g, (one) =>
      String.fromCharCode(one.charCodeAt(0) + 0xfee0),
    );
    expect(accepted(await find(` ${wide.slice(0, 4)} ${wide.slice(4)}`))).toEqual(accepted(found));
    expect(refusal(await find(outpatientNumber, patient.openid))).toBe('NOT_FOUND');
    const other = await staffMember(hospital, { role: 'window' });
    for (let misses = 0; misses < 20; misses += 1)
      expect(refusal(await find(`nobody-${String(misses)}`, other))).toBe('NUMBER_UNKNOWN');
    expect(refusal(await find(outpatientNumber, other))).toBe('TOO_MANY_ATTEMPTS');
  });
});

describe('a registration fee', () => {
  test('of today goes back with the paper that is printed for it (A2), and the seat is free again', async () => {
    const { appointmentId } = await paid(hospital, patient, TODAY, '10:30');
    expect(refusal(await cancel(hospital, patient, appointmentId, 'A1'))).toBe('CANCEL_REFUSED');
    expect(await registration()).toMatchObject({
      refunding: { decision: { rule: 'A2', outcome: 'window' }, missing: ['print-invoice'] },
    });
    const early = await giveBack(appointmentId, 'A2');
    expect(early).toMatchObject({ error: 'REFUND_REFUSED', detail: { missing: ['print-invoice'] } });
    accepted(await paper(appointmentId, 'print'));
    const ready = await registration();
    // With a paper out, rule A6 says the same of it.
    expect(ready.refunding).toMatchObject({ decision: { rule: 'A6' }, missing: [], takesInvoice: true });
    expect(refusal(await giveBack(appointmentId, 'A2'))).toBe('DECISION_CHANGED');
    const requestId = newRequest();
    accepted(await giveBack(appointmentId, 'A6', requestId));
    accepted(await giveBack(appointmentId, 'A6', requestId));
    expect(refusal(await giveBack(appointmentId, 'A6'))).toBe('ALREADY_ENDED');
    await hospital.pass(2);
    expect(await registration()).toMatchObject({
      status: 'cancelled',
      refund: { state: 'done', amountFen: 600 },
      payment: { refundedFen: 600, invoice: { state: 'surrendered' } },
      refunding: null,
    });
    expect((await held(hospital, patient, TODAY, '10:30')).status).toBe('pending');
    expect((await file()).registrations.map(({ status }) => status)).toEqual(['pending', 'cancelled']);
    const lapsing = (await file()).registrations[0]?.appointmentId ?? '';
    await hospital.cloud.clock.advance(20 * 60_000);
    const late = { requestId: newRequest(), appointmentId: lapsing, amountFen: 600 as never };
    expect(refusal(await hospital.ask(clerk, 'billing', 'takeCashForAppointment', late))).toBe('HOLD_ENDED');
    await hospital.pass(2);
    // What ended without money is no matter of the window's.
    expect((await file()).registrations).toMatchObject([{ payment: { refundedFen: 600 } }]);
  });

  test('of days ago goes back until the last day (A3) and not on the next (A4)', async () => {
    const { appointmentId } = await paid(hospital, patient, TODAY, '10:30');
    await hospital.cloud.clock.advance(DAY_MS);
    expect((await registration()).refunding?.decision).toMatchObject({ rule: 'A3', until: '2026-03-11' });
    await hospital.cloud.clock.advance(DAY_MS);
    const late = await registration();
    expect(late.refunding).toMatchObject({
      decision: { rule: 'A4', outcome: 'refused', amountFen: 0 },
      clause: { clauseId: 'refund-a4' },
    });
    expect(refusal(await giveBack(appointmentId, 'A4'))).toBe('REFUND_REFUSED');
  });

  test('whose paper was printed no longer goes back by phone (A6), and does again once it is void', async () => {
    const { appointmentId } = await paid(hospital, patient, TOMORROW, '09:00');
    accepted(await paper(appointmentId, 'print'));
    const barred = await cancel(hospital, patient, appointmentId, 'A1');
    expect(barred).toMatchObject({
      error: 'CANCEL_REFUSED',
      detail: { decision: { rule: 'A6' }, clause: { clauseId: 'refund-a6' } },
    });
    expect(refusal(await paper(appointmentId, 'print'))).toBe('INVOICE_REFUSED');
    accepted(await paper(appointmentId, 'reprint'));
    accepted(await paper(appointmentId, 'void'));
    accepted(await cancel(hospital, patient, appointmentId, 'A1'));
    await hospital.pass(2);
    expect(refusal(await paper(appointmentId, 'print'))).toBe('NOTHING_TO_INVOICE');
  });

  test('of a patient who was seen goes back nowhere (A5)', async () => {
    const { appointmentId } = await paid(hospital, patient, TODAY, '10:00');
    const payload = { appointmentId, state: 'seen', at: hospital.cloud.clock.now() };
    const deliver = {
      messageId: `seen-${appointmentId}`,
      event: 'encounter-progressed',
      payload,
      at: payload.at,
    };
    const told = await hospital.cloud.invoke({ name: 'booking', source: 'scf', data: { deliver } });
    expect(told.result).toBe('acknowledged');
    expect(await registration()).toMatchObject({
      refunding: { decision: { rule: 'A5', outcome: 'refused' }, clause: { clauseId: 'refund-a5' } },
    });
    expect(refusal(await giveBack(appointmentId, 'A5'))).toBe('REFUND_REFUSED');
    expect(await cancel(hospital, patient, appointmentId, 'A5')).toMatchObject({
      error: 'CANCEL_REFUSED',
      detail: { decision: { rule: 'A5' } },
    });
  });

  test('taken in cash closes the phone’s order, books the seat and goes back only as cash (A7)', async () => {
    const { appointmentId } = await held(hospital, patient, TOMORROW, '09:30');
    const sheet = await ordered(hospital, patient.openid, appointmentId);
    const cash = (amountFen: number, requestId = newRequest()) =>
      hospital.ask(clerk, 'billing', 'takeCashForAppointment', {
        requestId,
        appointmentId,
        amountFen: amountFen as never,
      });
    expect(await cash(500)).toMatchObject({ error: 'AMOUNT_CHANGED', detail: { amountFen: 600 } });
    const requestId = newRequest();
    accepted(await cash(600, requestId));
    accepted(await cash(600, requestId));
    expect(refusal(await cash(600))).toBe('ALREADY_PAID');
    const phone = { requestId: newRequest(), appointmentId };
    expect(refusal(await hospital.ask(patient.openid, 'billing', 'payAppointment', phone))).toBe(
      'ALREADY_PAID',
    );
    const { errMsg } = await hospital.cloud.pay.choose(sheet, 'succeed', patient.openid);
    expect(errMsg).toMatch(/fail/);
    expect(await seen(hospital, patient, appointmentId)).toMatchObject({
      status: 'booked',
      cancellation: { rule: 'A7', outcome: 'window' },
    });
    expect(refusal(await cancel(hospital, patient, appointmentId, 'A1'))).toBe('CANCEL_REFUSED');
    accepted(await paper(appointmentId, 'print'));
    accepted(await giveBack(appointmentId, 'A7'));
    expect(await registration()).toMatchObject({ refund: { state: 'done' }, payment: { channel: 'cash' } });
    expect(hospital.cloud.pay.refunds().filter(({ outTradeNo }) => outTradeNo === appointmentId)).toEqual([]);
  });
});

describe('a line of a bill', () => {
  const refund = (billId: string, lineId: string, rule = 'A10', requestId = newRequest()) =>
    hospital.ask(clerk, 'billing', 'refundBillLine', { requestId, billId, lineId, rule });
  const billPaper = (billId: string) =>
    hospital.ask(clerk, 'billing', 'changeBillInvoice', { requestId: newRequest(), billId, act: 'print' });

  test('goes back once doctor, desk and paper are there (A10), and not twice', async () => {
    const { billId, orderId } = await billed(hospital, patient);
    const paymentId = await payByCode(
      hospital,
      patient.openid,
      await codeOf(hospital, patient.openid, billId),
    );
    const at = hospital.cloud.clock.now();
    expect(await refund(billId, 'l1')).toMatchObject({
      error: 'REFUND_REFUSED',
      detail: {
        missing: ['doctor-cancel', 'desk-not-done', 'print-invoice'],
        clause: { clauseId: 'refund-a10' },
      },
    });
    await mark(hospital, orderId, 'l1', { state: 'cancelled', cancelledAt: at });
    expect(await refund(billId, 'l1')).toMatchObject({
      detail: { missing: ['desk-not-done', 'print-invoice'] },
    });
    await mark(hospital, orderId, 'l1', { state: 'not-done', notDoneAt: at });
    accepted(await billPaper(billId));
    expect(refusal(await billPaper(billId))).toBe('INVOICE_REFUSED');
    expect(refusal(await refund(billId, 'l1', 'A8'))).toBe('DECISION_CHANGED');
    const requestId = newRequest();
    accepted(await refund(billId, 'l1', 'A10', requestId));
    accepted(await refund(billId, 'l1', 'A10', requestId));
    expect(refusal(await refund(billId, 'l1'))).toBe('NOT_FOUND');
    await hospital.pass(2);
    const [bill] = (await file()).bills;
    expect(bill).toMatchObject({
      payment: { amountFen: 5750, refundedFen: 2000, invoice: { state: 'surrendered' } },
      lines: [{ refund: { state: 'done', amountFen: 2000 }, refunding: null }, { refund: null }],
    });
    const refunds = hospital.cloud.pay.refunds().filter(({ outTradeNo }) => outTradeNo === paymentId);
    expect(refunds).toMatchObject([{ state: 'SUCCESS', refundFee: 2000 }]);
  });

  test('of a bill that another phone paid takes the paper with it, and no new one is made of nothing', async () => {
    const { billId, orderId } = await billed(hospital, patient);
    accepted(await hospital.ask(patient.openid, 'billing', 'payBill', { requestId: newRequest(), billId }));
    const code = await codeOf(hospital, patient.openid, billId);
    expect(await payByCode(hospital, 'oPasserBy_0002', code)).not.toBe(billId);
    accepted(await billPaper(billId));
    for (const lineId of ['l1', 'l2'])
      await mark(hospital, orderId, lineId, { state: 'not-done', cancelledAt: 1, notDoneAt: 1 });
    accepted(await refund(billId, 'l1'));
    expect((await file()).bills[0]).toMatchObject({
      payment: { invoice: { state: 'surrendered', acts: ['print'] } },
      lines: [{ refunding: null }, { refunding: { takesInvoice: false, missing: [] } }],
    });
    accepted(await refund(billId, 'l2'));
    await hospital.pass(2);
    expect((await file()).bills[0]).toMatchObject({
      payment: { refundedFen: 5750, invoice: { state: 'surrendered', acts: [] } },
    });
    expect(refusal(await billPaper(billId))).toBe('NOTHING_TO_INVOICE');
  });

  test('asked back at several windows at once goes back once, and each line within what it cost', async () => {
    const { billId, orderId } = await billed(hospital, patient);
    const code = await codeOf(hospital, patient.openid, billId);
    const paymentId = await payByCode(hospital, patient.openid, code);
    for (const lineId of ['l1', 'l2'])
      await mark(hospital, orderId, lineId, { state: 'not-done', cancelledAt: 1, notDoneAt: 1 });
    accepted(await billPaper(billId));
    const asked = ['l1', 'l2', 'l1', 'l2'].map((lineId) => refund(billId, lineId));
    expect((await Promise.all(asked)).filter(({ ok }) => ok)).toHaveLength(2);
    await hospital.pass(2);
    const back = hospital.cloud.pay.refunds().filter(({ outTradeNo }) => outTradeNo === paymentId);
    expect(back.map(({ refundFee }) => refundFee).sort()).toEqual([2000, 3750]);
  });

  test('taken in cash at two windows at once is taken once', async () => {
    const { billId } = await billed(hospital, patient);
    const amountFen = 5750 as never;
    const take = () =>
      hospital.ask(clerk, 'billing', 'takeCashForBill', { requestId: newRequest(), billId, amountFen });
    await Promise.all([file(), file()]);
    const match = { collection: 'payments' };
    hospital.cloud.faults.set({ name: 'slow', match, ms: 40 });
    const answers = await Promise.all([take(), take()]);
    hospital.cloud.faults.clear();
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('taken back while its cash was counted is owed until somebody hands it over', async () => {
    const { billId, orderId } = await billed(hospital, patient);
    await mark(hospital, orderId, 'l1', { state: 'cancelled', cancelledAt: 1 });
    const amountFen = 5750 as never;
    accepted(
      await hospital.ask(clerk, 'billing', 'takeCashForBill', { requestId: newRequest(), billId, amountFen }),
    );
    const owed = { amountFen: 2000, state: 'needs-staff', owner: '1 楼挂号窗口' };
    expect((await file()).bills[0]).toMatchObject({ totalFen: 3750, excess: owed });
    const todo = () => hospital.ask(clerk, 'billing', 'listStuckRefunds', {});
    const [stuck] = accepted(await todo());
    if (!stuck) throw new Error('Nobody knows of it');
    const { paymentId, refundId } = stuck;
    expect(stuck).toMatchObject({ kind: 'bill', channel: 'cash', amountFen: 2000, owner: '1 楼挂号窗口' });
    const requestId = newRequest();
    const finish = (id: string, openid = clerk) =>
      hospital.ask(openid, 'billing', 'finishRefund', { requestId: id, paymentId, refundId });
    expect(refusal(await finish(newRequest(), patient.openid))).toBe('NOT_FOUND');
    accepted(await finish(requestId));
    accepted(await finish(requestId));
    expect(refusal(await finish(newRequest()))).toBe('REFUND_GOES_ON');
    expect(accepted(await todo())).toEqual([]);
    expect((await file()).bills[0]).toMatchObject({
      excess: { state: 'done' },
      payment: { refundedFen: 2000 },
    });
  });

  test('that was carried out does not (A10), nor one that is too old (A4)', async () => {
    const { billId, orderId } = await billed(hospital, patient);
    await payByCode(hospital, patient.openid, await codeOf(hospital, patient.openid, billId));
    await mark(hospital, orderId, 'l1', { state: 'executed', executedAt: 1 });
    expect(await refund(billId, 'l1')).toMatchObject({
      error: 'REFUND_REFUSED',
      detail: { decision: { rule: 'A10', outcome: 'refused' } },
    });
    await hospital.cloud.clock.advance(4 * DAY_MS);
    expect(await refund(billId, 'l2')).toMatchObject({ detail: { decision: { rule: 'A4' } } });
  });

  test('paid in cash goes back as cash, within what was paid', async () => {
    const { billId, orderId } = await billed(hospital, patient);
    const amountFen = 5750 as never;
    accepted(
      await hospital.ask(clerk, 'billing', 'takeCashForBill', { requestId: newRequest(), billId, amountFen }),
    );
    accepted(await billPaper(billId));
    for (const lineId of ['l1', 'l2']) {
      await mark(hospital, orderId, lineId, { state: 'not-done', cancelledAt: 1, notDoneAt: 1 });
      accepted(await refund(billId, lineId));
    }
    const [bill] = (await file()).bills;
    expect(bill).toMatchObject({ payment: { channel: 'cash', refundedFen: 5750 } });
    const all = await documentsOf<PaymentRecord>(hospital.cloud, 'payments');
    const own = all.find((one) => one.billId === billId);
    expect(own?.refunds.map(({ state }) => state)).toEqual(['done', 'done']);
    expect(hospital.cloud.pay.orders().some(({ outTradeNo }) => outTradeNo === own?._id)).toBe(false);
  });
});
