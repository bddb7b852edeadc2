import type { Mutation } from '../mutation';

const REFUND = 'pay/refund.ts';
const QUERY = 'pay/query-refund.ts';

/** Refunds, as they are asked for and told of. */
export const PAY_REFUND_MUTATIONS: readonly Mutation[] = [
  {
    file: REFUND,
    find: 'settlesAt: now + context.refundDelayMs,',
    replace: 'settlesAt: now,',
    expectFailing: ['a refund is accepted first and done later'],
  },
  {
    file: REFUND,
    find: "ledger.saveOrder({ ...order, state: 'REFUND' })",
    replace: 'ledger.saveOrder(order)',
    expectFailing: ['an order of which anything is refunded is REFUND'],
  },
  {
    file: REFUND,
    find: 'if (known !== undefined) return repeat(order, known, context);',
    replace: '',
    expectFailing: [
      'the same refund number with the same amount is one refund',
      'a system error may hide a refund that was accepted, which the same request then tells',
    ],
  },
  {
    file: REFUND,
    find: ' || known.refundFee !== refundFee',
    replace: '',
    expectFailing: ['the same refund number with another amount is refused'],
  },
  {
    file: REFUND,
    find: ' || totalFee !== order.totalFee',
    replace: '',
    expectFailing: ['a refund names the total of its order'],
  },
  {
    file: REFUND,
    find: 'refunded + refundFee > order.totalFee',
    replace: 'refundFee > order.totalFee',
    expectFailing: ['the parts of a refund never exceed what was paid'],
  },
  {
    file: REFUND,
    find: "if (refunded === order.totalFee) return ['ERROR'];",
    replace: '',
    expectFailing: ['an order that was refunded in full is refused as that'],
  },
  {
    file: REFUND,
    find: 'const MOST_PARTS = 50;',
    replace: 'const MOST_PARTS = 51;',
    expectFailing: ['an order is refunded in fifty parts at most'],
  },
  {
    file: REFUND,
    find: "if (context.now() - order.paidAt > ONE_YEAR_MS) return ['TRADE_OVERDUE'];",
    replace: '',
    expectFailing: ['an order can be refunded for a year'],
  },
  {
    file: REFUND,
    find: "if (order.paidAt === undefined) return ['ORDERNOTEXIST'];",
    replace: '',
    expectFailing: ['an order that was not paid has nothing to refund'],
  },
  {
    file: REFUND,
    find: "if (known.state === 'PROCESSING' || known.state === 'SUCCESS') return",
    replace: 'return',
    expectFailing: ['a refund that could not be sent back is CHANGE, and is taken up again under its number'],
  },
  {
    file: 'pay/interfaces.ts',
    find: "after: [{ name: 'refund-fail-after', code: 'SYSTEMERROR' }],",
    replace: '',
    expectFailing: ['a system error may hide a refund that was accepted, which the same request then tells'],
  },
  {
    file: 'pay/interfaces.ts',
    find: "{ name: 'refund-frequency', code: 'FREQUENCY_LIMITED' },",
    replace: '',
    expectFailing: ['a refund can be refused for its frequency'],
  },
  {
    file: QUERY,
    find: 'const PAGE = 10;',
    replace: 'const PAGE = 50;',
    expectFailing: ['the refunds of an order are told ten at a time, from an offset'],
  },
  {
    file: QUERY,
    find: 'if (refundId !== undefined)',
    replace: 'if (refundId === undefined)',
    expectFailing: ['a refund query prefers the refund’s numbers to those of the order'],
  },
  {
    file: QUERY,
    find: "return context.answers.refuse(merchant, 'REFUNDNOTEXIST');",
    replace: 'return context.answers.succeed(merchant, {});',
    expectFailing: ['a refund that nobody asked for is not found'],
  },
];
