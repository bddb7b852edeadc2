import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { contract } from '@core/contract/index';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { AppointmentRecord } from '../../../cloudfunctions/_store/appointments';
import type { Session } from '../../../cloudfunctions/_store/sessions';
import { documentsOf } from '../documents';
import { builtFunctions, openHospitalUnderTest, type HospitalUnderTest } from '../hospital-under-test';
import { expectInvariants } from '../invariants';
import { boundPatient, newRequest } from '../patient-under-test';
import { held, ordered, seen } from '../visit-under-test';

jest.setTimeout(120_000);

const ROUTERS = Object.keys(contract);

/** What may start a deployable: its timer, WeChat Pay, or else an operator. */
async function sourceOf(name: string): Promise<string> {
  const config = path.join(await builtFunctions(), 'cloudfunctions', name, 'config.json');
  const { triggers } = JSON.parse(readFileSync(config, 'utf8')) as { triggers?: readonly unknown[] };
  if (triggers && triggers.length > 0) return 'wx_trigger';
  return name.endsWith('-callback') ? 'wx_paycallback' : 'console';
}

describe('who may start a function', () => {
  let hospital: HospitalUnderTest;
  let others: string[] = [];
  beforeAll(async () => {
    hospital = await openHospitalUnderTest();
    const deployed = readdirSync(path.join(await builtFunctions(), 'cloudfunctions'));
    others = deployed.filter((name) => !ROUTERS.includes(name));
  });
  afterAll(() => hospital.close());

  test('timers, callbacks and entries refuse everybody else, and say nothing more', async () => {
    expect(others.length).toBeGreaterThanOrEqual(7);
    const before = await documentsOf(hospital.cloud, 'catalogue');
    const sources = [
      'wx_client',
      'wx_client,scf',
      'wx_http',
      'wx_trigger,scf',
      'scf',
      'wx_trigger',
      'wx_paycallback',
      'console',
    ];
    for (const name of others) {
      const own = await sourceOf(name);
      for (const source of sources.filter((one) => one !== own)) {
        const { result } = await hospital.cloud.invoke({
          name,
          source,
          data: { Type: 'Timer', outTradeNo: 'x' },
        });
        expect({ name, source, result }).toEqual({
          name,
          source,
          result: { errcode: -1, errmsg: 'refused' },
        });
      }
      const { result } = await hospital.cloud.invoke({ name, openid: 'oClient', data: {} });
      expect({ name, result }).toEqual({ name, result: { errcode: -1, errmsg: 'refused' } });
    }
    expect(await documentsOf(hospital.cloud, 'catalogue')).toEqual(before);
  });

  test('an event is not taken from a phone, whatever it looks like', async () => {
    const patient = await boundPatient(hospital, 1);
    const { appointmentId } = await held(hospital, patient, 'dr-tian_2026-03-11_am', '09:00');
    const payload = { appointmentId, amountFen: 600, paidAt: 1 };
    const deliver = { messageId: 'm1', event: 'payment-confirmed', payload, at: 1 };
    for (const data of [
      { deliver },
      { deliver, procedure: 'getAppointment', input: { appointmentId: 'x', deliver } },
    ]) {
      const { result } = await hospital.cloud.invoke({ name: 'booking', openid: patient.openid, data });
      expect(result).toMatchObject({ ok: false });
    }
    expect(await seen(hospital, patient, appointmentId)).toMatchObject({
      status: 'pending',
      payment: 'waiting',
    });
    const token = hospital.cloud.identity.mint({ openid: patient.openid });
    const response = await fetch(`${hospital.cloud.url}/invoke`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({
        name: 'booking',
        data: { deliver },
        source: 'scf',
        userInfo: { openId: 'oOther' },
      }),
    });
    expect(await response.json()).toMatchObject({ result: { ok: false, error: 'NOT_FOUND' } });
  });

  test('a forged callback proves nothing: WeChat itself is asked', async () => {
    const patient = await boundPatient(hospital, 2);
    const { appointmentId: outTradeNo } = await held(hospital, patient, 'dr-tian_2026-03-11_am', '09:30');
    await ordered(hospital, patient.openid, outTradeNo);
    const said = {
      returnCode: 'SUCCESS',
      resultCode: 'SUCCESS',
      outTradeNo,
      totalFee: 600,
      transactionId: '42',
    };
    for (const event of [
      said,
      { ...said, outTradeNo: 'unknown' },
      { ...said, outTradeNo: { $ne: null } },
      {},
    ]) {
      const { result } = await hospital.cloud.invoke({
        name: 'billing-pay-callback',
        source: 'wx_paycallback',
        data: event,
      });
      expect(result).toMatchObject({ errcode: 1 });
    }
    const refund = { outTradeNo, outRefundNo: `${outTradeNo}r1`, refundStatus: 'SUCCESS' };
    const told = await hospital.cloud.invoke({
      name: 'billing-refund-callback',
      source: 'wx_paycallback',
      data: refund,
    });
    expect(told.result).toMatchObject({ errcode: 1 });
    expect(await seen(hospital, patient, outTradeNo)).toMatchObject({
      status: 'pending',
      payment: 'waiting',
      refund: null,
    });
    await hospital.pass(12);
    await expectInvariants(hospital);
  });

  test('the fee is the server’s: no field of a phone can name another', async () => {
    const patient = await boundPatient(hospital, 3);
    const { appointmentId } = await held(hospital, patient, 'dr-tian_2026-03-11_am', '10:00');
    const { result } = await hospital.cloud.invoke({
      name: 'billing',
      openid: patient.openid,
      data: { procedure: 'payAppointment', input: { requestId: newRequest(), appointmentId, amountFen: 1 } },
    });
    expect(result).toMatchObject({ error: 'INVALID_INPUT' });
    await ordered(hospital, patient.openid, appointmentId);
    const order = hospital.cloud.pay.orders().find((one) => one.outTradeNo === appointmentId);
    const [session] = (await documentsOf<Session>(hospital.cloud, 'sessions')).filter(
      ({ _id }) => _id === 'dr-tian_2026-03-11_am',
    );
    expect(order?.totalFee).toBe(session?.feeFen);
    const [record] = (await documentsOf<AppointmentRecord>(hospital.cloud, 'appointments')).filter(
      ({ _id }) => _id === appointmentId,
    );
    expect(record?.feeFen).toBe(600);
  });
});
