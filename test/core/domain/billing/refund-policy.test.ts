import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, calendarDay } from '@core/domain/calendar-day';
import { fen, type Fen } from '@core/domain/money';
import { decideRefund, lastRefundDay, type RefundFacts } from '@core/domain/billing/refund-policy';

const VISIT = calendarDay('2026-02-28');
const facts = (more: Partial<RefundFacts>): RefundFacts => ({
  paidFen: fen(2500),
  refundedFen: fen(0),
  wantedFen: fen(2500),
  visitDay: VISIT,
  today: addDays(VISIT, -1),
  cause: 'patient',
  ...more,
});
const day = (offset: number) => addDays(VISIT, offset);

describe('policy A, three days after the visit day', () => {
  const policy = { days: 3, countVisitDayAsFirst: false };
  const last = '2026-03-03';

  test.each([
    [-30, 'A1', 'automatic', 2500, '2026-02-27'],
    [-1, 'A1', 'automatic', 2500, '2026-02-27'],
    [0, 'A2', 'window', 2500, last],
    [1, 'A3', 'window', 2500, last],
    [3, 'A3', 'window', 2500, last],
    [4, 'A4', 'refused', 0, null],
    [400, 'A4', 'refused', 0, null],
  ])('%d days from the visit: %s', (offset, ...expected) => {
    const [rule, outcome, amountFen, until] = expected;
    expect(decideRefund(facts({ today: day(offset) }), policy)).toEqual({ rule, outcome, amountFen, until });
  });
});

describe('policy A, the visit day being the first of three', () => {
  const policy = { days: 3, countVisitDayAsFirst: true };

  test.each([
    [-1, 'A1'],
    [0, 'A2'],
    [2, 'A3'],
    [3, 'A4'],
  ])('%d days from the visit: %s', (offset, rule) => {
    expect(decideRefund(facts({ today: day(offset) }), policy).rule).toBe(rule);
  });

  test('ends on the visit day itself where one day is all there is', () => {
    const short = { days: 1, countVisitDayAsFirst: true };
    expect(lastRefundDay(VISIT, short)).toBe(VISIT);
    expect(decideRefund(facts({ today: day(0) }), short)).toMatchObject({ rule: 'A2', until: VISIT });
    expect(decideRefund(facts({ today: day(1) }), short).rule).toBe('A4');
  });
});

describe('whatever the day', () => {
  const policy = { days: 3, countVisitDayAsFirst: false };

  test.each([-5, 0, 2, 30])('%d: a payment without a seat goes back in full (A12)', (offset) => {
    expect(decideRefund(facts({ today: day(offset), cause: 'unseated' }), policy)).toEqual({
      rule: 'A12',
      outcome: 'automatic',
      amountFen: 2500,
      until: null,
    });
  });

  test.each([-5, 0, 2, 30])('%d: the excess of a double charge goes back (A8)', (offset) => {
    const twice = facts({ today: day(offset), cause: 'duplicate', paidFen: fen(5000) });
    expect(decideRefund(twice, policy)).toMatchObject({ rule: 'A8', outcome: 'automatic', amountFen: 2500 });
  });

  test('nothing goes back where nothing was paid', () => {
    for (const cause of ['patient', 'duplicate', 'unseated'] as const)
      expect(decideRefund(facts({ paidFen: fen(0), cause }), policy)).toMatchObject({
        rule: 'UNPAID',
        amountFen: 0,
      });
  });

  test('nothing goes back twice (A11)', () => {
    for (const cause of ['patient', 'duplicate', 'unseated'] as const)
      expect(decideRefund(facts({ refundedFen: fen(2500), cause }), policy)).toMatchObject({
        rule: 'A11',
        outcome: 'refused',
        amountFen: 0,
      });
  });
});

test('no run of refunds ever gives back more than was paid', () => {
  const amount = fc.integer({ min: 0, max: 100_000 }).map(fen);
  const request = fc.record({
    wantedFen: amount,
    offset: fc.integer({ min: -3, max: 6 }),
    cause: fc.constantFrom('patient' as const, 'duplicate' as const, 'unseated' as const),
  });
  fc.assert(
    fc.property(amount, fc.array(request, { maxLength: 12 }), fc.boolean(), (paidFen, requests, first) => {
      const policy = { days: 3, countVisitDayAsFirst: first };
      let refundedFen: Fen = fen(0);
      for (const { wantedFen, offset, cause } of requests) {
        const decision = decideRefund(
          { paidFen, refundedFen, wantedFen, visitDay: VISIT, today: day(offset), cause },
          policy,
        );
        expect(decision.amountFen).toBeGreaterThanOrEqual(0);
        expect(decision.amountFen).toBeLessThanOrEqual(wantedFen);
        if (decision.outcome === 'refused' || decision.outcome === 'nothing-paid')
          expect(decision.amountFen).toBe(0);
        refundedFen = fen(refundedFen + decision.amountFen);
      }
      expect(refundedFen).toBeLessThanOrEqual(paidFen);
    }),
  );
});
