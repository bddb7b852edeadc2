import { randomBytes } from 'node:crypto';

/** An answer of a payment interface (API v2) in snake_case; wx-server-sdk turns it into camelCase. */
export type PayAnswer = Record<string, unknown>;

// Codes and sentences of API v2: unifiedorder, orderquery, closeorder, refund, refundquery.
const SENTENCES = {
  PARAM_ERROR: '参数错误',
  SYSTEMERROR: '系统错误',
  ORDERPAID: '该订单已支付',
  ORDERCLOSED: '订单已关闭',
  OUT_TRADE_NO_USED: '商户订单号重复',
  ORDERNOTEXIST: '订单不存在',
  REFUNDNOTEXIST: '退款订单查询失败',
  REFUND_FEE_MISMATCH: '订单金额或退款金额与之前请求不一致，请核实后再试',
  NOTENOUGH: '基本账户余额不足，请充值后重新发起',
  TRADE_OVERDUE: '订单已经超过退款期限',
  INVALID_REQUEST: 'refund_fee大于可退金额',
  /** [COMM] Seen for an order that was refunded in full. */
  ERROR: '订单已全额退款',
  /** [MEM] For a refund of an order that was never paid. */
  TRADE_STATE_ERROR: '订单状态错误',
  /** [MEM] For the fifty-first part of a refund. */
  FREQUENCY_LIMITED: '该笔订单的退款次数已达上限',
  NO_SUCH_API: '接口不存在',
} as const;

export type PayErrorCode = keyof typeof SENTENCES;

/** Who answers, repeated in each answer. */
export interface Merchant {
  appid: string;
  subMchId: string;
}

// The service provider's own account; the hospital's is the sub-merchant.
const PROVIDER = { appid: 'wx00000000local001', mch_id: '1000000001' };

/** Random text as the interfaces use it for nonces and signatures: 32 characters. */
export const randomText = (): string => randomBytes(16).toString('hex').toUpperCase();

const head = (merchant: Merchant): PayAnswer => ({
  return_code: 'SUCCESS',
  return_msg: 'OK',
  ...PROVIDER,
  sub_appid: merchant.appid,
  sub_mch_id: merchant.subMchId,
  nonce_str: randomText(),
  sign: randomText(),
});

export function succeed(merchant: Merchant, fields: PayAnswer): PayAnswer {
  return { ...head(merchant), result_code: 'SUCCESS', ...fields };
}

/** The interface was reached and says no. `code` may come from a fault, so any text is possible. */
export function refuse(merchant: Merchant, code: string, sentence?: string): PayAnswer {
  const known = Object.hasOwn(SENTENCES, code) ? SENTENCES[code as PayErrorCode] : code;
  return { ...head(merchant), result_code: 'FAIL', err_code: code, err_code_des: sentence ?? known };
}

/** Fields of a callback's event, already in camelCase as the function gets them. */
export function callbackHead(merchant: Merchant): Record<string, unknown> {
  return {
    returnCode: 'SUCCESS',
    appid: PROVIDER.appid,
    mchId: PROVIDER.mch_id,
    subAppid: merchant.appid,
    subMchId: merchant.subMchId,
    nonceStr: randomText(),
  };
}
