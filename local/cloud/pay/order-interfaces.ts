import type { PayAnswer } from './answers';
import { formatCompact } from './china-time';
import type { PayContext } from './context';
import { namedOrder, text, tradeNumber, type PayRequest } from './request';
import type { TradeState } from './records';

const DESCRIPTIONS: Record<TradeState, string> = {
  NOTPAY: '订单未支付',
  USERPAYING: '用户支付中',
  PAYERROR: '支付失败',
  SUCCESS: '支付成功',
  REFUND: '转入退款',
  CLOSED: '订单已关闭',
};

/** Tells where an order stands. An order past its expiry stays NOTPAY until it is closed. [MEM] */
export function queryOrder(request: PayRequest, context: PayContext): PayAnswer {
  const order = namedOrder(context.ledger, request);
  const merchant = { appid: context.appid, subMchId: text(request, 'sub_mch_id', 32) };
  if (order === undefined) return context.answers.refuse(merchant, 'ORDERNOTEXIST');
  const { outTradeNo, state, totalFee, transactionId, paidAt, openid, attach } = order;
  return context.answers.succeed(merchant, {
    out_trade_no: outTradeNo,
    trade_state: state,
    trade_state_desc: DESCRIPTIONS[state],
    ...(attach === undefined ? {} : { attach }),
    ...(paidAt === undefined
      ? {}
      : {
          sub_openid: openid,
          trade_type: 'JSAPI',
          bank_type: 'OTHERS',
          fee_type: 'CNY',
          total_fee: totalFee,
          cash_fee: totalFee,
          transaction_id: transactionId,
          time_end: formatCompact(paidAt),
        }),
  });
}

/**
 * Closes an unpaid order for good: it can no longer be paid. The documents ask to wait five minutes
 * after the order was made; they name no refusal for those who do not, so none is made.
 */
export async function closeOrder(request: PayRequest, context: PayContext): Promise<PayAnswer> {
  const { ledger, answers, appid } = context;
  const merchant = { appid, subMchId: text(request, 'sub_mch_id', 32) };
  const order = ledger.order(merchant.subMchId, tradeNumber(request));
  if (order === undefined) return answers.refuse(merchant, 'ORDERNOTEXIST');
  if (order.state === 'CLOSED') return answers.refuse(merchant, 'ORDERCLOSED');
  if (order.state === 'USERPAYING') return answers.refuse(merchant, 'USERPAYING');
  if (order.paidAt !== undefined) return answers.refuse(merchant, 'ORDERPAID');
  await ledger.saveOrder({ ...order, state: 'CLOSED' });
  return answers.succeed(merchant, {});
}
