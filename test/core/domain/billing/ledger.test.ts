import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { balanceOf, postingLines, totalOf, type Line } from '@core/domain/billing/ledger';
import { mayRefund } from '@core/domain/billing/refund-progress';
import { fen, type Fen } from '@core/domain/money';

describe('a posting', () => {
  test.each([
    ['payment', { wechat: 600, 'registration-income': -600, 'refund-payable': 0 }],
    ['refund-requested', { wechat: 0, 'registration-income': 600, 'refund-payable': -600 }],
    ['refund-done', { wechat: -600, 'registration-income': 0, 'refund-payable': 600 }],
  ] as const)('of a %s moves money from one place to another', (why, balances) => {
    const lines = postingLines(why, fen(600));
    for (const [account, amount] of Object.entries(balances))
      expect(balanceOf(lines, account as Line['account'])).toBe(amount);
  });

  test('sums to zero', () => {
    const why = fc.constantFrom('payment' as const, 'refund-requested' as const, 'refund-done' as const);
    fc.assert(
      fc.property(fc.array(fc.tuple(why, fc.integer({ min: 0, max: 1e6 }))), (postings) => {
        const lines = postings.flatMap(([reason, amount]) => postingLines(reason, fen(amount)));
        expect(totalOf(lines)).toBe(0);
      }),
    );
  });
});

test('a payment and its refunds leave with WeChat what was paid and not given back', () => {
  const amounts = fc.array(fc.integer({ min: 1, max: 400 }).map(fen), { maxLength: 60 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2000 }).map(fen), amounts, (paid, wanted) => {
      const refunds: { amountFen: Fen }[] = [];
      const lines = postingLines('payment', paid);
      for (const amountFen of wanted) {
        if (!mayRefund(paid, refunds, amountFen)) continue;
        refunds.push({ amountFen });
        lines.push(...postingLines('refund-requested', amountFen), ...postingLines('refund-done', amountFen));
      }
      const back = refunds.reduce((sum, { amountFen }) => sum + amountFen, 0);
      expect(back).toBeLessThanOrEqual(paid);
      expect(balanceOf(lines, 'wechat')).toBe(paid - back);
      expect(balanceOf(lines, 'refund-payable')).toBe(0);
      expect(totalOf(lines)).toBe(0);
    }),
  );
});
