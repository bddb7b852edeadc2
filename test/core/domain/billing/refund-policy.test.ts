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
  kind: 'registration',
  channel: 'wechat',
  seen: false,
  invoicePrinted: false,
  executed: false,
  cause: 'patient',
  ...more,
});
const day = (offset: number) => addDays(VISIT, offset);

describe('policy A, three days after the visit day', () => {
  const policy = { policy: 'A', days: 3, countVisitDayAsFirst: false } as const;
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
  const policy = { policy: 'A', days: 3, countVisitDayAsFirst: true } as const;

  test.each([
    [-1, 'A1'],
    [0, 'A2'],
    [2, 'A3'],
    [3, 'A4'],
  ])('%d days from the visit: %s', (offset, rule) => {
    expect(decideRefund(facts({ today: day(offset) }), policy).rule).toBe(rule);
  });

  test('ends on the visit day itself where one day is all there is', () => {
    const short = { policy: 'A', days: 1, countVisitDayAsFirst: true } as const;
    expect(lastRefundDay(VISIT, short)).toBe(VISIT);
    expect(decideRefund(facts({ today: day(0) }), short)).toMatchObject({ rule: 'A2', until: VISIT });
    expect(decideRefund(facts({ today: day(1) }), short).rule).toBe('A4');
  });
});

describe('whatever the day', () => {
  const policy = { policy: 'A', days: 3, countVisitDayAsFirst: false } as const;

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

/** Everything beside the day that changes what is decided about a registration fee. */
type Case = readonly [string, Partial<RefundFacts>, number, string, string, number];

describe('policy A, every other rule', () => {
  const policy = { policy: 'A', days: 3, countVisitDayAsFirst: false } as const;
  const cases: readonly Case[] = [
    ['seen on the day', { seen: true }, 0, 'A5', 'refused', 0],
    ['seen, long ago', { seen: true }, 9, 'A5', 'refused', 0],
    ['seen, with an invoice', { seen: true, invoicePrinted: true }, 1, 'A5', 'refused', 0],
    ['with an invoice, days before', { invoicePrinted: true }, -5, 'A6', 'window', 2500],
    ['with an invoice, on the last day', { invoicePrinted: true }, 3, 'A6', 'window', 2500],
    ['with an invoice, too late', { invoicePrinted: true }, 4, 'A4', 'refused', 0],
    ['paid in cash, days before', { channel: 'cash' }, -5, 'A7', 'window', 2500],
    ['paid in cash, with an invoice', { channel: 'cash', invoicePrinted: true }, 2, 'A7', 'window', 2500],
    ['paid in cash, too late', { channel: 'cash' }, 4, 'A4', 'refused', 0],
    ['the hospital’s fault, seen or not', { cause: 'hospital', seen: true }, 30, 'A9', 'automatic', 2500],
    ['the hospital’s fault, paid in cash', { cause: 'hospital', channel: 'cash' }, 30, 'A9', 'window', 2500],
    ['an item not carried out', { kind: 'item', wantedFen: fen(800) }, 0, 'A10', 'window', 800],
    ['an item not carried out, on the last day', { kind: 'item' }, 3, 'A10', 'window', 2500],
    ['an item not carried out, too late', { kind: 'item' }, 4, 'A4', 'refused', 0],
    ['an item of a patient who was seen', { kind: 'item', seen: true }, 1, 'A10', 'window', 2500],
    ['an item carried out', { kind: 'item', executed: true }, 0, 'A10', 'refused', 0],
    ['an item paid in cash', { kind: 'item', channel: 'cash' }, 1, 'A10', 'window', 2500],
  ];
  test.each(cases)('%s', (_title, given, offset, ...expected) => {
    const [rule, outcome, amountFen] = expected;
    expect(decideRefund(facts({ ...given, today: day(offset) }), policy)).toMatchObject({
      rule,
      outcome,
      amountFen,
    });
  });
});

describe('policy B', () => {
  const policy = { policy: 'B', days: 3, countVisitDayAsFirst: false } as const;
  const cases: readonly Case[] = [
    ['before the visit day', {}, -1, 'A1', 'automatic', 2500],
    ['on the visit day', {}, 0, 'B1', 'refused', 0],
    ['the day after', {}, 1, 'B1', 'refused', 0],
    ['long after', {}, 4, 'A4', 'refused', 0],
    ['with an invoice, before the visit day', { invoicePrinted: true }, -1, 'A6', 'window', 2500],
    ['with an invoice, after it', { invoicePrinted: true }, 2, 'B1', 'refused', 0],
    ['paid in cash', { channel: 'cash' }, 2, 'A7', 'window', 2500],
    ['seen', { seen: true }, 0, 'A5', 'refused', 0],
    ['an item of a patient who was seen', { kind: 'item', seen: true }, 3, 'A10', 'window', 2500],
    ['an item of a patient who was not', { kind: 'item' }, 1, 'B1', 'refused', 0],
    ['the hospital’s fault', { cause: 'hospital' }, 3, 'A9', 'automatic', 2500],
  ];
  test.each(cases)('%s', (_title, given, offset, ...expected) => {
    const [rule, outcome, amountFen] = expected;
    expect(decideRefund(facts({ ...given, today: day(offset) }), policy)).toMatchObject({
      rule,
      outcome,
      amountFen,
    });
  });
});

const anything = fc.record({
  kind: fc.constantFrom('registration' as const, 'item' as const),
  channel: fc.constantFrom('wechat' as const, 'cash' as const),
  wantedFen: fc.integer({ min: 0, max: 100_000 }).map(fen),
  today: fc.integer({ min: -3, max: 6 }).map(day),
  seen: fc.boolean(),
  invoicePrinted: fc.boolean(),
  executed: fc.boolean(),
  cause: fc.constantFrom('patient' as const, 'hospital' as const, 'duplicate' as const, 'unseated' as const),
});
const anyPolicy = fc.record({
  policy: fc.constantFrom('A' as const, 'B' as const),
  days: fc.integer({ min: 1, max: 5 }),
  countVisitDayAsFirst: fc.boolean(),
});

test('both policies agree on what no reading of the rules allows', () => {
  fc.assert(
    fc.property(anything, anyPolicy, (given, policy) => {
      const decision = decideRefund(facts(given), policy);
      const isPatients = given.cause === 'patient';
      const isRegistration = given.kind === 'registration';
      if (isPatients && given.today >= VISIT) expect(decision.outcome).not.toBe('automatic');
      if (isPatients && (given.invoicePrinted || !isRegistration))
        expect(decision.outcome).not.toBe('automatic');
      if (given.channel === 'cash') expect(decision.outcome).not.toBe('automatic');
      if (isPatients && given.today > lastRefundDay(VISIT, policy)) expect(decision.amountFen).toBe(0);
      if (isPatients && isRegistration && given.seen) expect(decision.amountFen).toBe(0);
      if (isPatients && !isRegistration && given.executed) expect(decision.amountFen).toBe(0);
    }),
  );
});

test('no run of refunds, for whatever cause and by whatever rule, ever gives back more than was paid', () => {
  const amount = fc.integer({ min: 0, max: 100_000 }).map(fen);
  fc.assert(
    fc.property(amount, fc.array(anything, { maxLength: 12 }), anyPolicy, (paidFen, requests, policy) => {
      let refundedFen: Fen = fen(0);
      for (const request of requests) {
        const decision = decideRefund(facts({ ...request, paidFen, refundedFen }), policy);
        expect(decision.amountFen).toBeGreaterThanOrEqual(0);
        expect(decision.amountFen).toBeLessThanOrEqual(request.wantedFen);
        if (decision.outcome === 'refused' || decision.outcome === 'nothing-paid')
          expect(decision.amountFen).toBe(0);
        refundedFen = fen(refundedFen + decision.amountFen);
      }
      expect(refundedFen).toBeLessThanOrEqual(paidFen);
    }),
  );
});
