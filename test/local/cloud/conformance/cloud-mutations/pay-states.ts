import type { Mutation } from '../mutation';

const CASHIER = 'pay/cashier.ts';
const ORDERS = 'pay/order-interfaces.ts';

/** Where orders stand, and how they are closed. */
export const PAY_STATE_MUTATIONS: readonly Mutation[] = [
  {
    file: ORDERS,
    find: '...(paidAt === undefined',
    replace: '...(outTradeNo === undefined',
    expectFailing: ['an unpaid order is NOTPAY and has no transaction'],
  },
  {
    file: ORDERS,
    find: 'sub_openid: openid,',
    replace: '',
    expectFailing: ['a paid order is SUCCESS and tells who paid what, when, and by which transaction'],
  },
  {
    file: 'pay/request.ts',
    find: 'ledger.orderOfTransaction(transactionId)',
    replace: 'ledger.order(subMchId, transactionId)',
    expectFailing: ['an order can be named by its transaction alone'],
  },
  {
    file: CASHIER,
    find: "if (choice === 'cancel') return 'requestPayment:fail cancel';",
    replace: '',
    expectFailing: ['a payment that the user cancels leaves the order to be paid'],
  },
  {
    file: CASHIER,
    find: "return '该订单已支付';",
    replace: 'return undefined;',
    expectFailing: ['a paid order cannot be paid again'],
  },
  {
    file: ORDERS,
    find: "await ledger.saveOrder({ ...order, state: 'CLOSED' });",
    replace: '',
    expectFailing: [
      'a closed order is CLOSED and cannot be paid',
      'an order is closed once, and then said to be closed',
    ],
  },
  {
    file: ORDERS,
    find: "if (order.paidAt !== undefined) return answers.refuse(merchant, 'ORDERPAID');",
    replace: '',
    expectFailing: ['a paid order cannot be closed'],
  },
  {
    file: CASHIER,
    find: "state: 'PAYERROR' });",
    replace: "state: 'CLOSED' });",
    expectFailing: ['an order whose bank failed is PAYERROR and can be paid again'],
  },
  {
    file: ORDERS,
    find: "if (order.state === 'USERPAYING') return answers.refuse(merchant, 'USERPAYING');",
    replace: '',
    expectFailing: [
      'an order whose bank has not answered is USERPAYING, cannot be closed, and is paid in the end',
    ],
  },
];
