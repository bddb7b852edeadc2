import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { PayOrder, Refund } from '../../../../local/cloud/pay/records';
import { openProvider, type Provider } from './provider';

const NUMBERS = ['n1', 'n2', 'n3'];
const PRICES: Record<string, number> = { n1: 100, n2: 2500, n3: 7 };
const FAULTS = [
  ...(['pay-fail', 'pay-fail-after', 'close-fail-after', 'refund-fail', 'refund-fail-after'] as const),
  ...(['refund-frequency', 'refund-abnormal', 'bank-error', 'bank-slow'] as const),
  ...(['callback-lost', 'callback-twice', 'callback-late'] as const),
];
const MINUTE = 60_000;

const number = fc.constantFrom(...NUMBERS);
const step = fc.oneof(
  fc.record({ do: fc.constant('place' as const), number, extra: fc.constantFrom(0, 0, 0, 1) }),
  fc.record({
    do: fc.constant('choose' as const),
    number,
    choice: fc.constantFrom('succeed', 'succeed', 'succeed-late', 'cancel', 'fail'),
  }),
  fc.record({ do: fc.constant('close' as const), number }),
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('refund' as const),
      number,
      part: fc.integer({ min: 0, max: 3 }),
      quarters: fc.integer({ min: 1, max: 5 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('fault' as const), name: fc.constantFrom(...FAULTS) }),
  },
  fc.record({ do: fc.constant('forge' as const), number }),
  fc.record({ do: fc.constant('repeat' as const), number }),
  fc.record({ do: fc.constant('restart' as const) }),
  fc.record({
    do: fc.constant('wait' as const),
    ms: fc.constantFrom(1000, 5000, 10 * MINUTE, 3 * 60 * MINUTE, 24 * 60 * MINUTE),
  }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function refund(provider: Provider, { number: name, part, quarters }: Extract<Step, { do: 'refund' }>) {
  const price = PRICES[name] ?? 0;
  return provider.refund(name, `${name}-${part}`, Math.ceil((price * quarters) / 4), price);
}

async function take(provider: Provider, one: Step): Promise<unknown> {
  switch (one.do) {
    case 'place':
      return provider.place(one.number, (PRICES[one.number] ?? 0) + one.extra);
    case 'choose':
      return provider.choose(one.number, one.choice);
    case 'close':
      return provider.ask('closeOrder', { out_trade_no: one.number });
    case 'refund':
      return refund(provider, one);
    case 'fault':
      provider.faults.set({ name: one.name, times: 1 });
      return undefined;
    case 'forge':
      return provider.pay.forge({ outTradeNo: one.number, functionName: 'callback' });
    case 'repeat':
      return provider.pay.repeatCallbacks(one.number);
    case 'restart':
      return provider.restart();
    case 'wait':
      await provider.clock.advance(one.ms);
      // What has become due is done before the answer.
      return provider.ask('queryOrder', { out_trade_no: 'n1' });
  }
}

const total = (amounts: number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);

/** What was true of an order or a refund once stays true. */
function checkHistory(
  before: Provider['pay'] extends { list(): infer L } ? L : never,
  provider: Provider,
): void {
  const orders = new Map(provider.pay.orders().map((order) => [order.outTradeNo, order]));
  const refunds = new Map(provider.pay.refunds().map((refund) => [refund.outRefundNo, refund]));
  for (const old of before.orders) {
    const now = orders.get(old.outTradeNo) as PayOrder;
    expect(now.totalFee).toBe(old.totalFee);
    if (old.paidAt !== undefined)
      expect([now.paidAt, now.transactionId]).toEqual([old.paidAt, old.transactionId]);
    if (old.state === 'CLOSED') expect(now.state).toBe('CLOSED');
  }
  for (const old of before.refunds) {
    const now = refunds.get(old.outRefundNo) as Refund;
    expect([now.refundId, now.refundFee, now.outTradeNo]).toEqual([
      old.refundId,
      old.refundFee,
      old.outTradeNo,
    ]);
    if (old.state === 'SUCCESS') expect(now).toEqual(old);
  }
}

/** What must hold after every step. */
function checkLedger(provider: Provider): void {
  for (const order of provider.pay.orders()) {
    const refunds = provider.pay.refunds().filter(({ outTradeNo }) => outTradeNo === order.outTradeNo);
    const isPaid = order.paidAt !== undefined;
    expect(isPaid).toBe(order.state === 'SUCCESS' || order.state === 'REFUND');
    expect(refunds.length > 0).toBe(order.state === 'REFUND');
    expect(total(refunds.map(({ refundFee }) => refundFee))).toBeLessThanOrEqual(order.totalFee);
  }
}

/** The bills of all days together say what the ledger says, and every true callback tells of what is so. */
function checkBooks(provider: Provider, from: number): void {
  const days = Array.from({ length: 40 }, (_, day) =>
    new Date(from + (8 + 24 * day) * 3_600_000).toISOString().slice(0, 10).replaceAll('-', ''),
  );
  const bills = days.map((day) => provider.pay.bill(day).totals);
  const paid = provider.pay.orders().filter(({ paidAt }) => paidAt !== undefined);
  expect(total(bills.map((bill) => bill.paid))).toBe(total(paid.map(({ totalFee }) => totalFee)));
  const refunds = provider.pay.refunds();
  expect(total(bills.map((bill) => bill.refunded))).toBe(total(refunds.map(({ refundFee }) => refundFee)));
  expect(total(bills.map(({ count }) => count))).toBe(paid.length + refunds.length);
  for (const { event, forged } of provider.pay
    .callbacks()
    .filter(({ functionName }) => functionName === 'callback')) {
    if (forged) continue;
    const order = paid.find(({ outTradeNo }) => outTradeNo === event['outTradeNo']);
    expect(event['totalFee']).toBe(order?.totalFee);
  }
}

describe('any sequence of orders, payments, closings, refunds, faults, forgeries and restarts', () => {
  test('keeps every payment single, every refund within it, and the bills equal to the ledger', async () => {
    const reached = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40, size: 'max' }), async (steps) => {
        const from = Date.parse('2026-03-10T00:00:00+08:00');
        const provider = openProvider(from, { refundDelayMs: 3000 });
        try {
          await provider.place('n2', PRICES['n2']);
          await provider.choose('n2');
          for (const one of steps) {
            const before = structuredClone(provider.pay.list());
            await take(provider, one);
            checkHistory(before, provider);
            checkLedger(provider);
            for (const { state } of [...provider.pay.orders(), ...provider.pay.refunds()]) reached.add(state);
          }
          checkBooks(provider, from);
        } finally {
          await provider.pay.close();
        }
      }),
      { numRuns: 120, seed: 20260310 },
    );
    // A property that never gets anywhere holds for nothing.
    expect([...reached].sort()).toEqual(
      expect.arrayContaining(['CHANGE', 'CLOSED', 'NOTPAY', 'PAYERROR', 'REFUND', 'SUCCESS', 'USERPAYING']),
    );
  });
});
