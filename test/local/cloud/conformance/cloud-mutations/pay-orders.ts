import type { Mutation } from '../mutation';

const UNIFIED = 'pay/unified-order.ts';
const CASHIER = 'pay/cashier.ts';
const REQUEST = 'pay/request.ts';

/** Orders, as they are made. */
export const PAY_ORDER_MUTATIONS: readonly Mutation[] = [
  {
    file: UNIFIED,
    find: "sign_type: 'MD5',",
    replace: '',
    expectFailing: ['an order gives the parameters that wx.requestPayment takes'],
  },
  {
    file: UNIFIED,
    find: "new Set(['nonce_str',",
    replace: 'new Set([',
    expectFailing: ['the same order again gives the same prepayment'],
  },
  {
    file: UNIFIED,
    find: 'if (known.fingerprint !== fingerprint(request, openid))',
    replace: 'if (openid === undefined)',
    expectFailing: ['a known order number with another amount is refused as used'],
  },
  {
    file: 'pay/ledger.ts',
    find: '`${subMchId}/${number}`',
    replace: '`/${number}`',
    expectFailing: ['an order number is used once by each merchant'],
  },
  {
    file: UNIFIED,
    find: "if (known.paidAt !== undefined) return answers.refuse(known, 'ORDERPAID');",
    replace: '',
    expectFailing: ['an order that is paid cannot be placed again'],
  },
  {
    file: UNIFIED,
    find: "if (known.state === 'CLOSED') return answers.refuse(known, 'ORDERCLOSED');",
    replace: '',
    expectFailing: ['an order that is closed cannot be placed again'],
  },
  {
    file: REQUEST,
    find: 'const NUMBER = /^[\\w*@|-]{1,32}$/;',
    replace: 'const NUMBER = /^/;',
    expectFailing: ['an order number has at most 32 letters, digits and signs'],
  },
  {
    file: REQUEST,
    find: '!Number.isSafeInteger(value) || value < 1',
    replace: 'value < 1',
    expectFailing: ['an amount is a whole number of fen above nothing'],
  },
  {
    file: UNIFIED,
    find: "text(request, 'function_name', 64)",
    replace: "optionalText(request, 'function_name', 64) ?? ''",
    expectFailing: ['an order is refused where a parameter is missing'],
  },
  {
    file: CASHIER,
    find: 'order.expiresAt <= now',
    replace: 'order.expiresAt <= 0',
    expectFailing: ['an order cannot be paid once it has expired'],
  },
  {
    file: UNIFIED,
    find: 'const PREPAYMENT_LIFE_MS = 2 *',
    replace: 'const PREPAYMENT_LIFE_MS = 24 *',
    expectFailing: ['a prepayment is good for two hours, and the same order then gives another'],
  },
  {
    file: 'pay/interfaces.ts',
    find: "after: [{ name: 'pay-fail-after', code: 'SYSTEMERROR' }],",
    replace: '',
    expectFailing: ['a system error may hide an order that was made, which the same request then gives'],
  },
  {
    file: 'pay/answers.ts',
    find: 'err_code_des: sentence ?? known',
    replace: 'sentence: sentence ?? known',
    expectFailing: ['the SDK writes its own errCode over that of the provider, whose sentence stays'],
  },
  {
    file: 'pay/interfaces.ts',
    find: 'Object.hasOwn(INTERFACES, name) ? INTERFACES[name] : undefined',
    replace: "INTERFACES[name] ?? INTERFACES['queryOrder']",
    expectFailing: ['an interface that cloudPay does not have is refused'],
  },
];
