import type { Random } from './random';

/** An answer of a payment interface (API v2) in snake_case; wx-server-sdk turns it into camelCase. */
export type PayAnswer = Record<string, unknown>;

// Codes and sentences of API v2: unifiedorder, orderquery, closeorder, refund, refundquery.
const SENTENCES = {
  PARAM_ERROR: '参数错误',
  SYSTEMERROR: '系统错误',
  ORDERPAID: '该订单已支付',
  ORDERCLOSED: '订单已关闭',
  ORDERNOTEXIST: '订单不存在',
  /** The user is at the payment sheet (close order of the platform's merchants). */
  USERPAYING: '用户支付中，需要输入密码',
  REFUNDNOTEXIST: '退款订单查询失败',
  REFUND_FEE_MISMATCH: '订单金额或退款金额与之前请求不一致，请核实后再试',
  NOTENOUGH: '基本账户余额不足，请充值后重新发起',
  TRADE_OVERDUE: '订单已经超过退款期限',
  /** [COMM] Seen for an order that was refunded in full. */
  ERROR: '订单已全额退款',
  /** [COMM] Seen for orders older than a month. */
  FREQUENCY_LIMITED: '频率限制，1个月之前的订单申请退款请降低频率再重试',
  BIZERR_NEED_RETRY: '退款业务流程错误，需要商户触发重试来解决',
  USER_ACCOUNT_ABNORMAL: '退款请求失败',
  NO_SUCH_API: '接口不存在',
} as const;

/** Sentences that share their code with others. */
export const SENTENCE = {
  /** INVALID_REQUEST [COMM]: seen where a known number comes with other parameters. */
  numberUsed: '201 商户订单号重复',
  /** INVALID_REQUEST [COMM]: seen where a refund would exceed what was paid. */
  tooMuch: 'refund_fee大于可退金额',
  /** FREQUENCY_LIMITED [MEM]: for the fifty-first part of a refund. */
  tooManyParts: '该笔订单的退款次数已达上限',
} as const;

/** Who answers, repeated in each answer. */
export interface Merchant {
  appid: string;
  subMchId: string;
}

/** The service provider's own account; the hospital's or shop's is the sub-merchant. */
export const PROVIDER = { appid: 'wx00000000local001', mch_id: '1000000001' };

/** Puts answers and events into the form in which the provider sends them. */
export class Answers {
  constructor(private readonly random: Random) {}

  succeed(merchant: Merchant, fields: PayAnswer): PayAnswer {
    return { ...this.head(merchant), result_code: 'SUCCESS', ...fields };
  }

  /** The interface was reached and says no. `code` may come from a fault, so any text is possible. */
  refuse(merchant: Merchant, code: string, sentence?: string): PayAnswer {
    const known = Object.hasOwn(SENTENCES, code) ? SENTENCES[code as keyof typeof SENTENCES] : code;
    const refusal = { result_code: 'FAIL', err_code: code, err_code_des: sentence ?? known };
    return { ...this.head(merchant), ...refusal };
  }

  /** Fields of a callback's event, already in camelCase as the function gets them. */
  callbackHead(merchant: Merchant): Record<string, unknown> {
    return {
      returnCode: 'SUCCESS',
      appid: PROVIDER.appid,
      mchId: PROVIDER.mch_id,
      subAppid: merchant.appid,
      subMchId: merchant.subMchId,
      nonceStr: this.random.text(),
    };
  }

  private head(merchant: Merchant): PayAnswer {
    return {
      return_code: 'SUCCESS',
      return_msg: 'OK',
      ...PROVIDER,
      sub_appid: merchant.appid,
      sub_mch_id: merchant.subMchId,
      nonce_str: this.random.text(),
      sign: this.random.text(),
    };
  }
}
