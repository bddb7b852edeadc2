import assert from 'node:assert/strict';
import type { LocalCloud, PayChoice } from '../../../../../local/cloud';
import type { CloudCheckEnvironment } from '../cloud-check';
import type { Data } from '../sdk';

export const MERCHANT = '1900000001';
export const FEE = 2500;
/** Documents on the interfaces of cloudPay. */
export const CLOUD_PAY = 'developers.weixin.qq.com, wxcloud, CloudPay';
/** Documents on the interfaces behind them. */
export const WECHAT_PAY = 'pay.weixin.qq.com, API v2';

type Desk = Pick<CloudCheckEnvironment, 'sdk'>;

/** Calls an interface of cloudPay for the merchant of the checks. */
export const ask = ({ sdk }: Desk, api: string, data: Data = {}): Promise<Data> => {
  const call = sdk.cloudPay[api];
  assert.ok(call, api);
  return call({ subMchId: MERCHANT, nonceStr: 'nonce', ...data });
};

/** Places an order of 25.00 yuan, or of what `more` says. */
export const place = (desk: Desk, outTradeNo: string, more: Data = {}): Promise<Data> =>
  ask(desk, 'unifiedOrder', {
    ...{ outTradeNo, body: '挂号费', totalFee: FEE, spbillCreateIp: '127.0.0.1' },
    ...{ envId: 'local-env', functionName: 'told' },
    ...more,
  });

/** The payer's choice at the payment sheet; answers what the phone is told. */
export const choose = async (
  cloud: LocalCloud,
  outTradeNo: string,
  choice: PayChoice = 'succeed',
): Promise<string> => {
  const order = cloud.pay.orders().find((one) => one.outTradeNo === outTradeNo);
  assert.ok(order, outTradeNo);
  return (await cloud.pay.choose(`prepay_id=${order.prepayId}`, choice, order.openid)).errMsg;
};

/** Places an order and pays it. */
export const buy = async (env: CloudCheckEnvironment, outTradeNo: string, more: Data = {}): Promise<void> => {
  await place(env, outTradeNo, more);
  assert.equal(await choose(env.cloud, outTradeNo), 'requestPayment:ok');
};

/** Asks for a refund of a part of an order of 25.00 yuan. */
export const refund = (desk: Desk, outRefundNo: string, refundFee: number, more: Data = {}): Promise<Data> =>
  ask(desk, 'refund', { outTradeNo: 'n1', outRefundNo, totalFee: FEE, refundFee, ...more });

/** Asserts that an answer is a refusal with this sentence. */
export const says = (answer: Data, sentence: string): void => {
  assert.equal(answer['returnCode'], 'SUCCESS');
  assert.equal(answer['resultCode'], 'FAIL');
  assert.equal(answer['errCodeDes'], sentence);
};

/** Asserts that an interface did as it was told. */
export const done = (answer: Data): void => assert.equal(answer['resultCode'], 'SUCCESS');

export const stateOf = async (desk: Desk, outTradeNo = 'n1'): Promise<unknown> =>
  (await ask(desk, 'queryOrder', { outTradeNo }))['tradeState'];
