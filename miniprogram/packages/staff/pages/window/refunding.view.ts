import type { WindowDecision } from '@core/contract/billing';
import type { RefundRule } from '@core/domain/billing/refund-policy';
import { formatFen, type Fen } from '@core/domain/money';
import { MISSING_WORDS } from '../../../../services/refusal-texts/refund-bar-text';
import { ruleLine } from '../../../../services/billing/bill-words';
import { spokenDay } from '../../../../services/dates';
import type { Tone } from '../../../../services/appointment/tone';

/** A decision as the window reads it out: what, by which rule, why, and what to do next. */
export interface RefundingView {
  readonly verdict: string;
  readonly tone: Tone;
  /** Why this rule, in this very case. */
  readonly reason: string;
  readonly rule: string;
  /** What comes next, one line each. */
  readonly next: readonly string[];
  /** Empty where nothing can be done now. */
  readonly button: string;
}

const WHY: Readonly<Record<RefundRule, string>> = {
  UNPAID: '这一笔没有付过钱。',
  A1: '还没到就诊那天，也没有打印过发票。',
  A2: '今天就诊，还没有看病。',
  A3: '就诊那天已过，没有来看病。',
  A4: '已经过了能退的最后一天。',
  A5: '医生已经看过这位病人。',
  A6: '打印过发票，要凭发票退。',
  A7: '当初付的是现金。',
  A8: '同一笔钱收了两次。',
  A9: '是医院停诊，不是病人的原因。',
  A10: '还没有做，也没有取走。',
  A11: '钱已经全部退过了。',
  A12: '付了钱，没有约上号。',
  B1: '约了没有来。',
};
const DONE = '这一项已经做了，或者药已经取走了。';

const reasonOf = ({ rule, outcome }: WindowDecision['decision']): string =>
  rule === 'A10' && outcome === 'refused' ? DONE : WHY[rule];

const money = ({ money: way }: WindowDecision): string =>
  way === 'cash' ? '当面退现金' : '原路退回付款的账户';

function verdictOf({ decision, missing }: WindowDecision): { verdict: string; tone: Tone } {
  if (decision.outcome === 'refused') return { verdict: '不能退', tone: 'neutral' };
  if (missing.length > 0)
    return {
      verdict: missing.length === 1 ? '还差一步' : `还差 ${String(missing.length)} 步`,
      tone: 'warning',
    };
  return { verdict: '可以退', tone: 'success' };
}

function nextSteps(refunding: WindowDecision, now: number): string[] {
  const { decision, missing, takesInvoice } = refunding;
  if (decision.outcome === 'refused') return ['请把这条规定读给病人听；有疑问请值班主任说明。'];
  // Rule A1 has no last day at the window: from the visit day on another rule takes over.
  const until =
    decision.until === null || decision.rule === 'A1'
      ? []
      : [`最晚 ${spokenDay(decision.until, now)}下班前。`];
  if (missing.length > 0)
    return [...missing.map((step) => `${MISSING_WORDS[step]}。`), ...afterPrinting(refunding), ...until];
  const paper = takesInvoice ? '收回发票，' : '';
  return [`${paper}${money(refunding)} ${formatFen(decision.amountFen)}。`, ...until];
}

/** A printed paper brings another rule (A6) with the same end: said before it surprises. */
function afterPrinting({ decision, missing }: WindowDecision): string[] {
  const turns = decision.rule === 'A2' || decision.rule === 'A3';
  if (!turns || !missing.includes('print-invoice')) return [];
  return [`补打以后会改按规则 A6（凭发票退），还是退 ${formatFen(decision.amountFen)}。`];
}

export function refundingView(refunding: WindowDecision, now: number): RefundingView {
  const { decision, missing } = refunding;
  const isReady = decision.outcome !== 'refused' && missing.length === 0;
  return {
    ...verdictOf(refunding),
    reason: reasonOf(decision),
    rule: ruleLine(refunding),
    next: nextSteps(refunding, now),
    button: isReady ? `退 ${formatFen(decision.amountFen)}` : '',
  };
}

/** What is confirmed before money goes back: the clerk reads it to the patient. */
export function refundSheet(what: string, refunding: WindowDecision) {
  const { decision, takesInvoice } = refunding;
  const amount: Fen = decision.amountFen;
  return {
    title: `退 ${formatFen(amount)}`,
    lines: [
      what,
      `${reasonOf(decision)}${ruleLine(refunding)}`,
      ...(takesInvoice ? ['请先把纸质发票收回来。'] : []),
      `${money(refunding)} ${formatFen(amount)}。请让病人核对金额。`,
    ],
    button: `${takesInvoice ? '已收回发票，' : ''}退 ${formatFen(amount)}`,
  };
}
