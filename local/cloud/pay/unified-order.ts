import { SENTENCE, type PayAnswer } from './answers';
import { formatCompact, parseCompact } from './china-time';
import type { PayContext } from './context';
import type { PayOrder } from './records';
import { fen, optionalText, ParameterError, text, tradeNumber, type PayRequest } from './request';

// A repeated order must bring the same parameters, but for these (merchants' experience, [COMM]).
const MAY_DIFFER = new Set(['nonce_str', 'spbill_create_ip', 'time_start']);
const SHORTEST_LIFE_MS = 60_000;
/** How long a prepay_id is good (unified order, prepay_id). */
const PREPAYMENT_LIFE_MS = 2 * 3600 * 1000;

/** Whether a prepayment is too old to be paid; the same order can be placed again for a new one. */
export const isPrepaymentOver = ({ prepaidAt }: PayOrder, now: number): boolean =>
  now - prepaidAt >= PREPAYMENT_LIFE_MS;

const newPrepayId = ({ random }: PayContext, now: number): string =>
  `wx${formatCompact(now)}${random.hex(10)}`;

const fingerprint = (request: PayRequest, openid: string): string => {
  const entries = Object.entries({ ...request, sub_openid: openid })
    .filter(([name]) => !MAY_DIFFER.has(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(entries);
};

const readExpiry = (request: PayRequest, now: number): number | undefined => {
  const given = optionalText(request, 'time_expire', 14);
  if (given === undefined) return undefined;
  const expiresAt = parseCompact(given);
  if (expiresAt === undefined) throw new ParameterError('time_expire字段格式错误');
  if (expiresAt - now < SHORTEST_LIFE_MS) throw new ParameterError('time_expire时间过短，至少1分钟');
  return expiresAt;
};

const readOrder = (request: PayRequest, context: PayContext): PayOrder => {
  const now = context.now();
  const openid = optionalText(request, 'sub_openid', 128) ?? context.caller?.openid;
  if (openid === undefined) throw new ParameterError('缺少参数sub_openid');
  if (text(request, 'env_id', 64) !== context.envId) throw new ParameterError('env_id与当前环境不一致');
  text(request, 'spbill_create_ip', 64);
  return {
    outTradeNo: tradeNumber(request),
    subMchId: text(request, 'sub_mch_id', 32),
    openid,
    appid: context.appid,
    body: text(request, 'body', 128),
    attach: optionalText(request, 'attach', 127),
    totalFee: fen(request, 'total_fee'),
    functionName: text(request, 'function_name', 64),
    prepayId: newPrepayId(context, now),
    prepaidAt: now,
    fingerprint: fingerprint(request, openid),
    createdAt: now,
    expiresAt: readExpiry(request, now),
    state: 'NOTPAY',
    bankAnswersAt: undefined,
    transactionId: undefined,
    paidAt: undefined,
  };
};

const prepaid = ({ prepayId, appid, subMchId }: PayOrder, context: PayContext): PayAnswer =>
  context.answers.succeed(
    { appid, subMchId },
    {
      trade_type: 'JSAPI',
      prepay_id: prepayId,
      payment: {
        app_id: appid,
        time_stamp: String(Math.floor(context.now() / 1000)),
        nonce_str: context.random.text(),
        package: `prepay_id=${prepayId}`,
        sign_type: 'MD5',
        pay_sign: context.random.text(),
      },
    },
  );

const placeAgain = async (known: PayOrder, request: PayRequest, context: PayContext): Promise<PayAnswer> => {
  const { answers, ledger, caller } = context;
  if (known.paidAt !== undefined) return answers.refuse(known, 'ORDERPAID');
  if (known.state === 'CLOSED') return answers.refuse(known, 'ORDERCLOSED');
  const openid = optionalText(request, 'sub_openid', 128) ?? caller?.openid ?? '';
  if (known.fingerprint !== fingerprint(request, openid))
    return answers.refuse(known, 'INVALID_REQUEST', SENTENCE.numberUsed);
  const now = context.now();
  if (!isPrepaymentOver(known, now)) return prepaid(known, context);
  const renewed: PayOrder = { ...known, prepayId: newPrepayId(context, now), prepaidAt: now };
  await ledger.saveOrder(renewed);
  return prepaid(renewed, context);
};

/**
 * Makes an order that the user may pay. The same number with the same parameters gives the same
 * prepayment again; with others, or once paid or closed, it is refused.
 */
export async function unifiedOrder(request: PayRequest, context: PayContext): Promise<PayAnswer> {
  const known = context.ledger.order(text(request, 'sub_mch_id', 32), tradeNumber(request));
  if (known !== undefined) return placeAgain(known, request, context);
  const order = readOrder(request, context);
  await context.ledger.saveOrder(order);
  return prepaid(order, context);
}
