import type { Mutation } from '../mutation';

const CALLBACKS = 'pay/callbacks.ts';
const CASHIER = 'pay/cashier.ts';

/** What functions are told of payments and refunds. */
export const PAY_CALLBACK_MUTATIONS: readonly Mutation[] = [
  {
    file: CALLBACKS,
    find: "const SOURCE = 'wx_paycallback';",
    replace: "const SOURCE = 'wx_trigger';",
    expectFailing: [
      'the function that an order names is told of the payment, by wx_paycallback and in nobody’s name',
      'the SDK tells a payment callback its source and no user',
    ],
  },
  {
    file: 'pay/callback-waits.ts',
    find: '...[15 * SECOND, 15 * SECOND,',
    replace: '...[60 * SECOND, 15 * SECOND,',
    expectFailing: ['a callback that is not acknowledged comes again after 15 seconds'],
  },
  {
    file: CALLBACKS,
    find: 'answer?.errcode === 0',
    replace: 'Number(answer?.errcode) === 0',
    expectFailing: ['a callback that answers a text instead of the number 0 comes again'],
  },
  {
    file: CALLBACKS,
    find: "acknowledged(result) ? 'delivered' : unheard",
    replace: 'unheard',
    expectFailing: ['an acknowledged callback does not come again'],
  },
  {
    file: CASHIER,
    find: "if (choice === 'fail') return 'requestPayment:fail 支付失败';",
    replace: '',
    expectFailing: ['a user who does not pay causes no callback'],
  },
  {
    file: 'pay/refund-settlement.ts',
    find: 'await callbacks.enqueue({ functionName, event });',
    replace: '',
    expectFailing: ['the function that a refund names is told how the refund ended'],
  },
  {
    file: CALLBACKS,
    find: "faults.strike('callback-twice', operation) ? 2 : 1",
    replace: '1',
    expectFailing: ['a callback of a payment can come twice, and tells the same'],
  },
];
