import { addDays, type CalendarDay } from '../calendar-day';
import { fen, ZERO_FEN, type Fen } from '../money';

/** What decides about a refund of a registration fee that was paid by phone. */
export interface RefundFacts {
  readonly paidFen: Fen;
  /** Refunds requested so far, done or not. */
  readonly refundedFen: Fen;
  /** What is asked back: the whole, or the excess of a duplicate charge. */
  readonly wantedFen: Fen;
  readonly visitDay: CalendarDay;
  readonly today: CalendarDay;
  /**
   * patient: changed their mind; duplicate: charged twice; unseated: paid, but the seat was gone.
   */
  readonly cause: 'patient' | 'duplicate' | 'unseated';
}

export interface RefundPolicy {
  /** How many days after the visit day the window still refunds. */
  readonly days: number;
  /** Count the visit day as day one of `days`. */
  readonly countVisitDayAsFirst: boolean;
}

export type RefundRule = 'A1' | 'A2' | 'A3' | 'A4' | 'A8' | 'A11' | 'A12' | 'UNPAID';

export interface Decision {
  readonly rule: RefundRule;
  readonly outcome: 'automatic' | 'window' | 'refused' | 'nothing-paid';
  readonly amountFen: Fen;
  /** Last day on which this outcome holds; null where it does not change. */
  readonly until: CalendarDay | null;
}

interface Row {
  readonly rule: RefundRule;
  readonly when: (facts: RefundFacts, lastDay: CalendarDay) => boolean;
  readonly outcome: Decision['outcome'];
  readonly until: (facts: RefundFacts, lastDay: CalendarDay) => CalendarDay | null;
}

const never = () => null;

/** Policy A, first match decides. All boundaries are civil days in Asia/Shanghai. */
const POLICY_A: readonly Row[] = [
  { rule: 'UNPAID', when: (facts) => facts.paidFen === 0, outcome: 'nothing-paid', until: never },
  { rule: 'A11', when: (facts) => facts.refundedFen >= facts.paidFen, outcome: 'refused', until: never },
  { rule: 'A8', when: (facts) => facts.cause === 'duplicate', outcome: 'automatic', until: never },
  { rule: 'A12', when: (facts) => facts.cause === 'unseated', outcome: 'automatic', until: never },
  {
    rule: 'A1',
    when: (facts) => facts.today < facts.visitDay,
    outcome: 'automatic',
    until: (facts) => addDays(facts.visitDay, -1),
  },
  {
    rule: 'A2',
    when: (facts) => facts.today === facts.visitDay,
    outcome: 'window',
    until: (_facts, lastDay) => lastDay,
  },
  {
    rule: 'A3',
    when: (facts, lastDay) => facts.today <= lastDay,
    outcome: 'window',
    until: (_facts, lastDay) => lastDay,
  },
  { rule: 'A4', when: () => true, outcome: 'refused', until: never },
];

/** Last day on which the window refunds a visit that did not take place. */
export const lastRefundDay = (visitDay: CalendarDay, policy: RefundPolicy): CalendarDay =>
  addDays(visitDay, policy.countVisitDayAsFirst ? policy.days - 1 : policy.days);

/** Never more than was paid and not yet given back (A11). */
export function decideRefund(facts: RefundFacts, policy: RefundPolicy): Decision {
  const lastDay = lastRefundDay(facts.visitDay, policy);
  const row = POLICY_A.find((candidate) => candidate.when(facts, lastDay));
  if (!row) throw new RangeError('The refund table has no last row');
  const amountFen = row.outcome === 'automatic' || row.outcome === 'window' ? refundable(facts) : ZERO_FEN;
  return { rule: row.rule, outcome: row.outcome, amountFen, until: row.until(facts, lastDay) };
}

const refundable = (facts: RefundFacts): Fen =>
  fen(Math.max(0, Math.min(facts.wantedFen, facts.paidFen - facts.refundedFen)));
