import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nextTurn, type TurnOrder, type Turns } from '@core/domain/billing/order-turn';
import { fen } from '@core/domain/money';

const NOW = 1_000_000_000;
const mine = { payerId: 'me', amountFen: fen(600) };
const order = (state: TurnOrder['state'], more: Partial<TurnOrder> = {}): TurnOrder => ({
  state,
  ...mine,
  expiresAt: NOW + 600_000,
  ...more,
});
const turns = (...orders: readonly TurnOrder[]): Turns => ({ orders, isPaid: false, isEnded: false });
const step = (...orders: readonly TurnOrder[]) => nextTurn(turns(...orders), mine, NOW);

describe('whose turn it is to pay', () => {
  test.each([
    ['nobody opened an order yet', [], 'first'],
    ['one’s own is open', [order('open')], 'use'],
    ['one’s own is being opened', [order('opening')], 'use'],
    ['one’s own is over', [order('closed')], 'next'],
    ['one’s own has less than a minute left', [order('open', { expiresAt: NOW + 59_000 })], 'close'],
    ['the bill became cheaper', [order('open', { amountFen: fen(900) })], 'close'],
    ['another’s is open', [order('open', { payerId: 'other' })], 'close'],
    ['another’s is being closed', [order('closing', { payerId: 'other' })], 'close'],
    ['another’s was given a number and nothing more', [order('missing', { payerId: 'other' })], 'close'],
    ['one’s own was given a number and nothing more', [order('missing')], 'close'],
    ['another’s is closed', [order('closed', { payerId: 'other' })], 'next'],
    ['an earlier one was paid after all', [order('paid'), order('open')], 'paid'],
  ] as const)('%s', (_title, orders, expected) => {
    expect(step(...orders)).toBe(expected);
  });

  test('nobody’s once it was paid or ended', () => {
    expect(nextTurn({ ...turns(order('open')), isPaid: true }, mine, NOW)).toBe('paid');
    expect(nextTurn({ ...turns(order('open')), isEnded: true }, mine, NOW)).toBe('ended');
    expect(nextTurn({ ...turns(), isEnded: true }, mine, NOW)).toBe('ended');
  });
});

test('however payers come and go, never are two orders open at once, and one at most is paid', () => {
  const visit = fc.record({
    payerId: fc.constantFrom('me', 'daughter', 'till'),
    amountFen: fc.constantFrom(fen(600), fen(400)),
    does: fc.constantFrom('look', 'pay', 'wait'),
  });
  fc.assert(
    fc.property(fc.array(visit, { maxLength: 20 }), (visits) => {
      let now = NOW;
      const orders: { -readonly [Key in keyof TurnOrder]: TurnOrder[Key] }[] = [];
      for (const { does, ...payer } of visits) {
        for (let steps = 0; steps < 4; steps += 1) {
          const taken = nextTurn(turns(...orders), payer, now);
          if (taken === 'close') Object.assign(orders.at(-1) ?? {}, { state: 'closed' });
          if (taken === 'first' || taken === 'next')
            orders.push({ state: 'open', ...payer, expiresAt: now + 600_000 });
          if (taken === 'use' || taken === 'paid') break;
        }
        const open = orders.filter(({ state }) => state === 'open');
        expect(open.length).toBeLessThanOrEqual(1);
        if (does === 'pay' && open[0]?.payerId === payer.payerId) open[0].state = 'paid';
        if (does === 'wait') now += 700_000;
      }
      expect(orders.filter(({ state }) => state === 'paid').length).toBeLessThanOrEqual(1);
    }),
    { numRuns: 100 },
  );
});
