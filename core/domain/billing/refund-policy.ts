import { addDays, type CalendarDay } from '../calendar-day';
import { fen, ZERO_FEN, type Fen } from '../money';

/** What decides about giving money back. */
export interface RefundFacts {
  /** A registration fee, or one line of a bill: an examination, a drug, a treatment. */
  readonly kind: 'registration' | 'item';
  /** wechat: by phone; cash: at a window or a machine. */
  readonly channel: 'wechat' | 'cash';
  readonly paidFen: Fen;
  /** Refunds requested so far, done or not. */
  readonly refundedFen: Fen;
  /** What is asked back: the whole, one line, or the excess of a duplicate charge. */
  readonly wantedFen: Fen;
  readonly visitDay: CalendarDay;
  readonly today: CalendarDay;
  /** The doctor has seen the patient. */
  readonly seen: boolean;
  /** A paper invoice is out: in somebody's hands or given back to the window. */
  readonly invoicePrinted: boolean;
  /** The line was carried out or handed out; never true of a registration. */
  readonly executed: boolean;
  /**
   * patient: changed their mind; hospital: the doctor does not come; duplicate: charged twice;
   * unseated: paid, but the seat was gone.
   */
  readonly cause: 'patient' | 'hospital' | 'duplicate' | 'unseated';
}

export interface RefundPolicy {
  /** A: the window refunds a visit that did not take place; B: nobody does. */
  readonly policy: 'A' | 'B';
  /** How many days after the visit day the window still refunds. */
  readonly days: number;
  /** Count the visit day as day one of `days`. */
  readonly countVisitDayAsFirst: boolean;
}

export type RefundRule =
  'A1' | 'A2' | 'A3' | 'A4' | 'A5' | 'A6' | 'A7' | 'A8' | 'A9' | 'A10' | 'A11' | 'A12' | 'B1' | 'UNPAID';

export interface Decision {
  readonly rule: RefundRule;
  readonly outcome: 'automatic' | 'window' | 'refused' | 'nothing-paid';
  readonly amountFen: Fen;
  /** Last day on which this outcome holds; null where it does not change. */
  readonly until: CalendarDay | null;
}

interface Row {
  readonly rule: RefundRule;
  /** Holds under this policy only. */
  readonly policy?: RefundPolicy['policy'];
  readonly when: (facts: RefundFacts, lastDay: CalendarDay) => boolean;
  readonly outcome: Decision['outcome'];
  readonly until?: (facts: RefundFacts, lastDay: CalendarDay) => CalendarDay;
}

const throughLastDay: Row['until'] = (_facts, lastDay) => lastDay;
const always = () => true;
const isItem = ({ kind }: RefundFacts): boolean => kind === 'item';

/** First match decides. All boundaries are civil days in Asia/Shanghai. */
const TABLE: readonly Row[] = [
  { rule: 'UNPAID', when: ({ paidFen }) => paidFen === 0, outcome: 'nothing-paid' },
  { rule: 'A11', when: ({ refundedFen, paidFen }) => refundedFen >= paidFen, outcome: 'refused' },
  { rule: 'A8', when: ({ cause }) => cause === 'duplicate', outcome: 'automatic' },
  { rule: 'A9', when: ({ cause }) => cause === 'hospital', outcome: 'automatic' },
  { rule: 'A12', when: ({ cause }) => cause === 'unseated', outcome: 'automatic' },
  { rule: 'A10', when: (facts) => isItem(facts) && facts.executed, outcome: 'refused' },
  { rule: 'A5', when: (facts) => !isItem(facts) && facts.seen, outcome: 'refused' },
  { rule: 'A4', when: ({ today }, lastDay) => today > lastDay, outcome: 'refused' },
  { rule: 'B1', policy: 'B', when: (facts) => isItem(facts) && !facts.seen, outcome: 'refused' },
  { rule: 'A10', when: isItem, outcome: 'window', until: throughLastDay },
  { rule: 'A7', when: ({ channel }) => channel === 'cash', outcome: 'window', until: throughLastDay },
  // Before A6: printing a paper must not open what this policy closes.
  { rule: 'B1', policy: 'B', when: ({ today, visitDay }) => today >= visitDay, outcome: 'refused' },
  { rule: 'A6', when: ({ invoicePrinted }) => invoicePrinted, outcome: 'window', until: throughLastDay },
  {
    rule: 'A1',
    when: ({ today, visitDay }) => today < visitDay,
    outcome: 'automatic',
    until: ({ visitDay }) => addDays(visitDay, -1),
  },
  {
    rule: 'A2',
    when: ({ today, visitDay }) => today === visitDay,
    outcome: 'window',
    until: throughLastDay,
  },
  { rule: 'A3', when: always, outcome: 'window', until: throughLastDay },
];

/** Last day on which the window refunds a visit that did not take place. */
export const lastRefundDay = (
  visitDay: CalendarDay,
  policy: Pick<RefundPolicy, 'days' | 'countVisitDayAsFirst'>,
): CalendarDay => addDays(visitDay, policy.countVisitDayAsFirst ? policy.days - 1 : policy.days);

/** Never more than was paid and not yet given back (A11). Cash goes back by hand, whatever the rule. */
export function decideRefund(facts: RefundFacts, policy: RefundPolicy): Decision {
  const lastDay = lastRefundDay(facts.visitDay, policy);
  const row = TABLE.find(
    (candidate) => (candidate.policy ?? policy.policy) === policy.policy && candidate.when(facts, lastDay),
  );
  if (!row) throw new RangeError('The refund table has no last row');
  const outcome = row.outcome === 'automatic' && facts.channel === 'cash' ? 'window' : row.outcome;
  const amountFen = outcome === 'automatic' || outcome === 'window' ? refundable(facts) : ZERO_FEN;
  return { rule: row.rule, outcome, amountFen, until: row.until?.(facts, lastDay) ?? null };
}

const refundable = (facts: RefundFacts): Fen =>
  fen(Math.max(0, Math.min(facts.wantedFen, facts.paidFen - facts.refundedFen)));

const AT_WINDOW: readonly string[] = ['A2', 'A3', 'A6', 'A7', 'A10'] satisfies RefundRule[];

/** Whether a rule is one by which the window gives money back and takes the paper. */
export const isRefundAtWindow = (rule: string): boolean => AT_WINDOW.includes(rule);
