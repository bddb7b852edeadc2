import assert from 'node:assert/strict';
import { gunzipSync } from 'node:zlib';
import type { CloudCheck, CloudCheckEnvironment } from '../cloud-check';
import type { Data } from '../sdk';
import { ask, buy, CLOUD_PAY, place, refund } from './pay-desk';

const BILL = `${CLOUD_PAY}.downloadBill`;
const FORMAT = 'pay.weixin.qq.com, trade bill in detail: headings of ALL, SUCCESS and REFUND';
const SEEN = 'community, bills as they were downloaded';
const DAY = 24 * 3_600_000;

const bill = (env: CloudCheckEnvironment, more: Data = {}): Promise<Data> =>
  ask(env, 'downloadBill', { billDate: '20260105', billType: 'ALL', ...more });

/** The lines of a bill, each as its values; the first are the headings. */
const linesOf = async (env: CloudCheckEnvironment, more: Data = {}): Promise<string[][]> => {
  const { data } = await bill(env, more);
  assert.equal(typeof data, 'string');
  return (data as string)
    .trim()
    .split('\r\n')
    .map((line) => line.split(','));
};

/** A payment of 25.00 and a refund of 10.00 on 5 January; then it is ten o'clock of the next day. */
const trade = async (env: CloudCheckEnvironment): Promise<void> => {
  await buy(env, 'n1');
  await refund(env, 'r1', 1000);
  await env.cloud.clock.advance(DAY + 3_600_000);
};

const refusal = ({ returnCode, returnMsg, errorCode }: Data) => [returnCode, returnMsg, errorCode];

/** Bills, as they are downloaded. */
export const PAY_BILL_CHECKS: CloudCheck[] = [
  {
    name: 'a bill is a text with the headings of payments and refunds',
    source: FORMAT,
    needs: 'local',
    async run(env) {
      await trade(env);
      const [headings] = await linesOf(env);
      assert.equal(
        headings?.join(','),
        '交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,' +
          '货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,' +
          '商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注',
      );
    },
  },
  {
    name: 'a bill of payments has no columns for refunds',
    source: FORMAT,
    needs: 'local',
    async run(env) {
      await trade(env);
      const [headings, row, sums, totals] = await linesOf(env, { billType: 'SUCCESS' });
      assert.deepEqual([headings?.length, row?.length, row?.[9]], [20, 20, '`SUCCESS']);
      assert.deepEqual(sums, ['总交易单数', '应结订单总金额', '手续费总金额', '订单总金额']);
      assert.deepEqual(totals, ['`1', '`25.00', '`0.15000', '`25.00']);
    },
  },
  {
    name: 'a bill of refunds tells when each was asked for and done',
    source: FORMAT,
    needs: 'local',
    async run(env) {
      await trade(env);
      const [headings, row] = await linesOf(env, { billType: 'REFUND' });
      assert.deepEqual(headings?.slice(14, 16), ['退款申请时间', '退款成功时间']);
      assert.match(String(row?.[14]), /^`2026-01-05 09:00:\d\d$/);
      assert.match(String(row?.[15]), /^`2026-01-05 09:00:\d\d$/);
    },
  },
  {
    name: 'a bill writes a mark before each value and money in yuan with two decimals',
    source: FORMAT,
    needs: 'local',
    async run(env) {
      await trade(env);
      const [, paid, refunded] = await linesOf(env);
      assert.deepEqual([paid?.[6], paid?.[12], paid?.[24], paid?.[25]], ['`n1', '`25.00', '`25.00', '`0.00']);
      assert.deepEqual(
        [refunded?.[9], refunded?.[12], refunded?.[15], refunded?.[16], refunded?.[25]],
        ['`REFUND', '`0.00', '`r1', '`10.00', '`10.00'],
      );
    },
  },
  {
    name: 'a bill gives the fee back with a refund, and fills fees up with zeros',
    source: SEEN,
    needs: 'local',
    async run(env) {
      await trade(env);
      const [, paid, refunded] = await linesOf(env);
      assert.deepEqual([paid?.[22], paid?.[23]], ['`0.15000', '`0.60%']);
      assert.equal(refunded?.[22], '`-0.06000');
    },
  },
  {
    name: 'a bill ends with the sums of its lines',
    source: FORMAT,
    needs: 'local',
    async run(env) {
      await buy(env, 'n2', { totalFee: 101 });
      await trade(env);
      const lines = await linesOf(env);
      assert.equal(
        lines.at(-2)?.join(','),
        '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额',
      );
      assert.deepEqual(lines.at(-1), ['`3', '`26.01', '`10.00', '`0.00', '`0.10000', '`26.01', '`10.00']);
    },
  },
  {
    name: 'a bill begins with a byte order mark',
    source: SEEN,
    needs: 'local',
    async run(env) {
      await trade(env);
      assert.equal(String((await bill(env))['data']).charCodeAt(0), 0xfeff);
    },
  },
  {
    name: 'a bill leaves out orders that were not paid',
    source: `${BILL}: what was not paid is not in the bill`,
    needs: 'local',
    async run(env) {
      await place(env, 'n2');
      await trade(env);
      assert.equal(
        (await linesOf(env)).some((line) => line[6] === '`n2'),
        false,
      );
    },
  },
  {
    name: 'a bill can be had packed, as bytes',
    source: `${BILL}, tar_type; captured from wx-server-sdk 4.0.2: bytes only where tarType is GZIP`,
    needs: 'local',
    async run(env) {
      await trade(env);
      const { data } = await bill(env, { tarType: 'GZIP' });
      assert.ok(Buffer.isBuffer(data));
      assert.equal(gunzipSync(data).toString('utf8'), (await bill(env))['data']);
    },
  },
  {
    name: 'a bill can be had from ten in the morning of the next day',
    source: `${BILL}: made from nine o'clock, to be fetched after ten`,
    needs: 'local',
    async run(env) {
      await buy(env, 'n1');
      await env.cloud.clock.advance(DAY + 50 * 60_000);
      assert.deepEqual(refusal(await bill(env)), ['FAIL', 'Bill Creating', '20002']);
      await env.cloud.clock.advance(10 * 60_000);
      assert.equal((await linesOf(env)).length, 4);
    },
  },
  {
    name: 'a day without trades has no bill, nor has the day that is not over',
    source: `${BILL}, error 20002; for the day itself the community`,
    needs: 'local',
    async run(env) {
      await buy(env, 'n1');
      assert.deepEqual(refusal(await bill(env)), ['FAIL', 'No Bill Exist', '20002']);
      assert.deepEqual(refusal(await bill(env, { billDate: '20260104' })), [
        'FAIL',
        'No Bill Exist',
        '20002',
      ]);
    },
  },
  {
    name: 'a bill is kept for three months',
    source: `${BILL}: only the last three months`,
    needs: 'local',
    async run(env) {
      await trade(env);
      await env.cloud.clock.advance(92 * DAY);
      assert.deepEqual(refusal(await bill(env)), ['FAIL', 'No Bill Exist', '20002']);
    },
  },
  {
    name: 'a bill belongs to a merchant',
    source: `${BILL}, sub_mch_id`,
    needs: 'local',
    async run(env) {
      await buy(env, 'n2', { subMchId: '1900000002' });
      await trade(env);
      assert.equal(
        (await linesOf(env)).some((line) => line[6] === '`n2'),
        false,
      );
      assert.equal(
        (await linesOf(env, { subMchId: undefined })).some((line) => line[6] === '`n2'),
        true,
      );
    },
  },
  {
    name: 'a bill is asked for by a day, a type and a packing that exist',
    source: 'pay.weixin.qq.com, API v2, download of bills: errors 20001; the numbers are from memory',
    needs: 'local',
    async run(env) {
      const wrong = async (more: Data) => refusal(await bill(env, more));
      assert.deepEqual(await wrong({ billDate: '2026-01-05' }), ['FAIL', 'invalid bill_date', '20001']);
      assert.deepEqual(await wrong({ billType: 'EACH' }), ['FAIL', 'invalid bill_type', '20001']);
      const packing = ['FAIL', 'invalid tar_type: Only GZIP supported', '20001'];
      assert.deepEqual(await wrong({ tarType: 'ZIP' }), packing);
    },
  },
];
