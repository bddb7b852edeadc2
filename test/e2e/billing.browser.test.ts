import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { billed, codeOf, mark } from '../cloudfunctions/billing/bill-under-test';
import { useKeysOf } from '../cloudfunctions/crowd';
import { boundPatient, type PatientUnderTest } from '../cloudfunctions/patient-under-test';
import { staffMember } from '../cloudfunctions/staff-under-test';
import type { Phone } from './stage/phone';
import { openStage, type Stage } from './stage/stage';

let stage: Stage;
let patient: PatientUnderTest;
let serial = 840;

beforeAll(async () => {
  stage = await openStage();
  useKeysOf(stage.hospital.cloud);
});
afterEach(async () => {
  expect(await stage.putAway()).toEqual([]);
});
afterAll(() => stage.close());

const phoneOf = (openid: string): Promise<Phone> =>
  stage.phone({ user: { openid, phoneNumber: '19900090990' }, privacyAgreed: true, faults: true });

async function newBill() {
  serial += 1;
  patient = await boundPatient(stage.underTest, serial);
  return billed(stage.underTest, patient);
}

/** Opens the list of bills and scans what another phone shows. */
async function scan(phone: Phone, text: string): Promise<void> {
  await phone.open('/packages/billing/pages/bills/index');
  await phone.tap('state-action');
  await phone.page.locator('.wx-scan-field').fill(text);
  await phone.tapButton('扫到了');
}

describe('a bill', () => {
  test('is paid by a scan of a phone that the hospital does not know, and the patient’s page follows', async () => {
    const { billId } = await newBill();
    const own = await phoneOf(patient.openid);
    await own.open(`/packages/billing/pages/bill/index?billId=${billId}`);
    await own.tap('bill-code');
    const code = await own.find('qr').first().getAttribute('data-code');
    expect(code).toHaveLength(32);

    const payer = await phoneOf('oE2ePayer_1');
    await payer.open('/packages/billing/pages/code/index?code=' + encodeURIComponent(code ?? ''));
    expect(await payer.text('code-total')).toBe('¥57.50');
    expect(await payer.page.content()).not.toMatch(/血常规|布洛芬/);
    await payer.tap('code-pay');
    await payer.tapButton('取消支付');
    expect(await payer.text('code-note')).toContain('您没有付款');
    await payer.tap('code-pay');
    await payer.tapButton('支付成功');
    await payer.sees(payer.find('receipt-amount'));
    await own.sees(own.find('bill-paid'));
    expect(await own.text('bill-paid')).toContain('别人用微信代付');
  });

  test('is being confirmed until WeChat has told the hospital, and nothing is paid twice meanwhile', async () => {
    const { billId } = await newBill();
    const phone = await phoneOf(patient.openid);
    await phone.open(`/packages/billing/pages/bill/index?billId=${billId}`);
    await phone.sees(phone.find('bill-pay'));
    await phone.tapTwice('bill-pay');
    stage.hospital.cloud.faults.set({ name: 'query-fail' });
    await phone.tapButton('支付成功，结果晚到');
    await phone.sees(phone.find('receipt-confirming'));
    await phone.open(`/packages/billing/pages/bill/index?billId=${billId}`);
    await phone.sees(phone.find('bill-confirming'));
    expect(await phone.find('bill-pay').count()).toBe(0);
    stage.hospital.cloud.faults.clear();
    await stage.hospital.cloud.pay.releaseCallbacks();
    await phone.sees(phone.find('bill-paid'));
    const orders = stage.hospital.cloud.pay
      .orders()
      .filter(({ outTradeNo }) => outTradeNo.startsWith(billId));
    expect(orders).toHaveLength(1);
  });
});

test('torn, old, foreign and paid codes are four different sentences', async () => {
  const { billId } = await newBill();
  const code = await codeOf(stage.underTest, patient.openid, billId);
  const payer = await phoneOf('oE2ePayer_2');
  await scan(payer, `${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}`);
  await payer.sees('这个付款码不对');
  await scan(payer, 'BILL:NNNNNNNNNNNEEEEHHSSSSSSSSSX');
  await payer.sees(/这个付款码不对|这不是我们医院的付款码/);
  await scan(payer, 'https://example.com');
  await payer.sees('没有打开');
});

test('the window gives an item back once doctor, desk and paper are there', async () => {
  const { billId, orderId } = await newBill();
  const own = await phoneOf(patient.openid);
  await own.open(`/packages/billing/pages/bill/index?billId=${billId}`);
  await own.tap('bill-pay');
  await own.tapButton('支付成功');
  await own.tap('receipt-done');

  const me = await stage.underTest.ask(patient.openid, 'identity', 'getMe', {});
  const number = me.ok ? (me.value.patients[0]?.outpatientNumber ?? '') : '';
  const clerk = await phoneOf(await staffMember(stage.underTest, { role: 'window' }));
  await clerk.open('/packages/staff/pages/window/index');
  await clerk.type('outpatientNumber', 'nobody');
  await clerk.tap('window-find');
  await clerk.sees('没有这个门诊号');
  await clerk.tap('refusal-action');
  await clerk.type('outpatientNumber', number);
  await clerk.tap('window-find');
  await clerk.sees('先请开单的医生取消这一项。');
  expect(await clerk.find('window-refund').count()).toBe(0);

  const at = stage.hospital.cloud.clock.now();
  await mark(stage.underTest, orderId, 'l1', { state: 'not-done', cancelledAt: at, notDoneAt: at });
  await clerk.tap('window-print');
  await clerk.sees(clerk.find('window-refund'));
  await clerk.tap('window-refund');
  await clerk.tap('window-confirm');
  await clerk.sees(clerk.find('window-refunded'));
  expect(await clerk.text('window-invoice')).toContain('发票已收回');
  expect(await clerk.text('window-paid')).toContain('已退 ¥20.00');
});
