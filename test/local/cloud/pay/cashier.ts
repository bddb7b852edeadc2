import type { LocalCloud } from '../../../../local/cloud';
import { ENV_ID, send } from '../cloud-under-test';

export const ANN = 'o-ann';
export const FEE = 2500;

export interface PayResult {
  returnCode: string;
  resultCode: string;
  errCode: number | string;
  errCodeDes?: string;
  [field: string]: unknown;
}

/** Calls a payment interface from inside a function, through the unmodified SDK. */
export const call = async (
  cloud: LocalCloud,
  api: string,
  data: Record<string, unknown>,
  openid = ANN,
): Promise<PayResult> => {
  const answer = await cloud.invoke({ name: 'pay', data: { api, data }, openid });
  if (answer.errCode !== undefined) throw new Error(answer.errMsg);
  return answer.result as PayResult;
};

export interface Payment {
  package: string;
  [field: string]: unknown;
}

/** Parameters of an order as the hospital makes it. */
export const order = (outTradeNo: string, more: Record<string, unknown> = {}) => ({
  outTradeNo,
  body: 'Registration fee',
  totalFee: FEE,
  spbillCreateIp: '127.0.0.1',
  envId: ENV_ID,
  functionName: 'callback',
  ...more,
});

/** Makes an order and answers the package a phone pays with. */
export const place = async (cloud: LocalCloud, outTradeNo: string, more = {}): Promise<string> => {
  const made = await call(cloud, 'unifiedOrder', order(outTradeNo, more));
  return (made['payment'] as Payment).package;
};

/** The user's choice at the payment sheet, from the phone of this user. */
export const choose = async (
  cloud: LocalCloud,
  packageText: string,
  choice: string,
  openid = ANN,
): Promise<string> => {
  const headers = { authorization: `Bearer ${cloud.identity.mint({ openid })}` };
  const { body } = await send(cloud, {
    path: '/pay/choose',
    headers,
    body: { package: packageText, choice },
  });
  return (body as { errMsg: string }).errMsg;
};
