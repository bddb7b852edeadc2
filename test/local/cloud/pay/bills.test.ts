import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openProvider, type Provider } from './provider';

const at = (text: string): number => Date.parse(`${text}+08:00`);
const DAY = '20260310';
let provider: Provider;
beforeEach(() => {
  provider = openProvider(at('2026-03-10T09:30:00'), { refundDelayMs: 60_000 });
});
afterEach(() => provider.pay.close());

const lines = async (request: Record<string, unknown> = {}): Promise<string[][]> => {
  const text = await provider.bill({ bill_date: DAY, ...request });
  expect(text.startsWith('\ufeff交易时间,')).toBe(true);
  expect(text.endsWith('\r\n')).toBe(true);
  const [, ...rows] = text.trimEnd().split('\r\n');
  return rows.map((row) => row.split(',').map((value) => value.replace(/^`/, '')));
};
const nextMorning = () => provider.clock.set(at('2026-03-11T10:00:00'));

const sell = async (outTradeNo: string, totalFee = 2500, more = {}): Promise<void> => {
  await provider.place(outTradeNo, totalFee, more);
  expect(await provider.choose(outTradeNo)).toBe('requestPayment:ok');
};

describe('the bill of a day', () => {
  test('holds payments and refunds with the columns and totals of the documents', async () => {
    await sell('b1', 2500, { attach: '复诊' });
    await sell('b2', 101);
    await provider.place('b3');
    await provider.refund('b1', 'b1-a', 1000);
    await nextMorning();
    const rows = await lines();
    expect(rows).toHaveLength(5);
    const [first, , third, titles, totals] = rows as [string[], string[], string[], string[], string[]];
    expect(first).toEqual([
      expect.stringMatching(/^2026-03-10 09:30:\d\d$/),
      ...['wx00000000local001', '1000000001', '1900000001', ''],
      expect.stringMatching(/^4200000\d{21}$/),
      ...['b1', 'o-ann', 'JSAPI', 'SUCCESS', 'OTHERS', 'CNY', '25.00', '0.00'],
      ...['0', '0', '0.00', '0.00', '', '', '挂号费', '复诊', '0.15000', '0.60%', '25.00', '0.00', ''],
    ]);
    expect(third.slice(9)).toEqual([
      ...['REFUND', 'OTHERS', 'CNY', '0.00', '0.00'],
      expect.stringMatching(/^503\d{25}$/),
      ...['b1-a', '10.00', '0.00', 'ORIGINAL', 'SUCCESS', '挂号费', '复诊', '-0.06000', '0.60%'],
      ...['0.00', '10.00', ''],
    ]);
    expect(titles).toEqual([
      ...['总交易单数', '应结订单总金额', '退款总金额', '充值券退款总金额'],
      ...['手续费总金额', '订单总金额', '申请退款总金额'],
    ]);
    expect(totals).toEqual(['3', '26.01', '10.00', '0.00', '0.10000', '26.01', '10.00']);
  });

  test('of payments alone has the columns of payments', async () => {
    await sell('s1');
    await provider.refund('s1', 's1-a', 2500);
    await nextMorning();
    const rows = await lines({ bill_type: 'SUCCESS' });
    expect(rows[0]).toHaveLength(20);
    expect(rows[0]?.[9]).toBe('SUCCESS');
    expect(rows.slice(1)).toEqual([
      ['总交易单数', '应结订单总金额', '手续费总金额', '订单总金额'],
      ['1', '25.00', '0.15000', '25.00'],
    ]);
  });

  test('of refunds alone tells when each was asked for and done', async () => {
    await sell('t1');
    await provider.refund('t1', 't1-a', 2500);
    await nextMorning();
    const [row] = await lines({ bill_type: 'REFUND' });
    expect(row).toHaveLength(29);
    expect(row?.slice(14, 16)).toEqual([
      expect.stringMatching(/^2026-03-10 09:30:\d\d$/),
      expect.stringMatching(/^2026-03-10 09:31:\d\d$/),
    ]);
  });

  test('keeps the state that refunds had when it was made', async () => {
    await sell('u1');
    await provider.clock.set(at('2026-03-10T23:59:00'));
    provider.faults.set({ name: 'refund-abnormal', times: 1 });
    await provider.refund('u1', 'u1-a', 2500);
    await nextMorning();
    await provider.refund('u1', 'u1-a', 2500);
    await provider.clock.advance(120_000);
    await provider.ask('queryRefund', { out_refund_no: 'u1-a' });
    expect(provider.pay.refunds()).toMatchObject([{ state: 'SUCCESS' }]);
    expect((await lines({ bill_type: 'REFUND' }))[0]?.slice(15, 16)).toEqual(['']);
    expect((await lines())[1]?.[19]).toBe('PROCESSING');
  });

  test('takes a day from midnight to midnight in China', async () => {
    await sell('v1');
    await provider.clock.set(at('2026-03-10T23:59:50'));
    await sell('v2');
    await provider.clock.set(at('2026-03-11T00:00:00'));
    await sell('v3');
    await provider.refund('v1', 'v1-a', 100);
    await nextMorning();
    expect((await lines()).slice(0, -2).map((row) => row[6])).toEqual(['v1', 'v2']);
    await provider.clock.set(at('2026-03-12T10:00:00'));
    const next = await lines({ bill_date: '20260311' });
    expect(next.slice(0, -2).map((row) => [row[6], row[9]])).toEqual([
      ['v3', 'SUCCESS'],
      ['v1', 'REFUND'],
    ]);
  });

  test('is one merchant’s, or everybody’s where none is named', async () => {
    await sell('w1');
    await provider.place('w2', 300, { sub_mch_id: '1900000002' });
    await provider.choose('w2');
    await nextMorning();
    expect((await lines()).slice(0, -2).map((row) => row[6])).toEqual(['w1']);
    expect((await lines({ sub_mch_id: '' })).slice(0, -2).map((row) => row[6])).toEqual(['w1', 'w2']);
  });

  test('comes packed where asked for', async () => {
    await sell('x1');
    await nextMorning();
    const plain = await provider.bill({ bill_date: DAY });
    const request = { sub_mch_id: '1900000001', bill_date: DAY, tar_type: 'GZIP' };
    const packed = await provider.pay.handle('downloadBill', request, undefined);
    expect(gunzipSync(packed as Buffer).toString('utf8')).toBe(plain);
  });

  test('can be looked at before it can be downloaded', async () => {
    await sell('y1');
    expect(provider.pay.bill(DAY).totals).toEqual({ count: 1, paid: 2500, refunded: 0, fees: 15 });
    expect(() => provider.pay.bill('20260230')).toThrow('there is no day 20260230');
  });
});

describe('a bill is refused', () => {
  const refusal = (request: Record<string, unknown>) =>
    provider.ask('downloadBill', { bill_date: DAY, ...request });
  const none = { return_code: 'FAIL', return_msg: 'No Bill Exist', error_code: '20002' };

  test('until ten in the morning of the next day', async () => {
    await sell('z1');
    expect(await refusal({})).toEqual(none);
    await provider.clock.set(at('2026-03-11T09:59:50'));
    expect(await refusal({})).toEqual({ ...none, return_msg: 'Bill Creating' });
    await nextMorning();
    expect(await lines()).toHaveLength(3);
  });

  test('after three months, and where nothing happened', async () => {
    await sell('z2');
    await nextMorning();
    expect(await refusal({ bill_date: '20260309' })).toEqual(none);
    expect(await refusal({ bill_type: 'REFUND' })).toEqual(none);
    await provider.clock.set(at('2026-06-20T10:00:00'));
    expect(await refusal({})).toEqual(none);
  });

  test.each([
    [{ bill_date: undefined }, 'invalid bill_date'],
    [{ bill_date: '2026-03-10' }, 'invalid bill_date'],
    [{ bill_date: '20260230' }, 'invalid bill_date'],
    [{ bill_type: 'EVERYTHING' }, 'invalid bill_type'],
    [{ tar_type: 'ZIP' }, 'invalid tar_type: Only GZIP supported'],
  ])('for %j', async (request, message) => {
    expect(await refusal(request)).toEqual({ return_code: 'FAIL', return_msg: message, error_code: '20001' });
  });

  test('on order', async () => {
    provider.faults.set({ name: 'bill-fail', times: 1 });
    expect(await refusal({})).toEqual({
      ...{ return_code: 'FAIL', return_msg: 'system error', error_code: '20003' },
    });
  });
});
