import type { WindowDecision } from '@core/contract/billing';
import { formatFen, type Fen } from '@core/domain/money';
import { MISSING_WORDS } from '../../../../services/refusal-texts/refund-bar-text';
import { ruleLine } from '../../../../services/billing/bill-words';
import { spokenDay } from '../../../../services/dates';
import type { Tone } from '../../../../services/appointment/tone';

/** A decision as the window reads it out: what, by which rule, why, and what to do next. */
export interface RefundingView {
  readonly verdict: string;
  readonly tone: Tone;
  readonly rule: string;
  /** What comes next, one line each. */
  readonly next: readonly string[];
  /** Empty where nothing can be done now. */
  readonly button: string;
}

const money = ({ money: way }: WindowDecision): string =>
  way === 'cash' ? '当面退现金' : '原路退回付款的账户';

function verdictOf({ decision, missing }: WindowDecision): { verdict: string; tone: Tone } {
  if (decision.outcome === 'refused') return { verdict: '不能退', tone: 'neutral' };
  if (missing.length > 0) return { verdict: '还差一步', tone: 'warning' };
  return { verdict: '可以退', tone: 'success' };
}

function nextSteps(refunding: WindowDecision, now: number): string[] {
  const { decision, missing, takesInvoice } = refunding;
  if (decision.outcome === 'refused') return ['请把这条规定读给病人听；有疑问请值班主任说明。'];
  const until = decision.until === null ? [] : [`最晚 ${spokenDay(decision.until, now)}下班前。`];
  if (missing.length > 0) return [...missing.map((step) => `${MISSING_WORDS[step]}。`), ...until];
  const paper = takesInvoice ? '收回发票，' : '';
  return [`${paper}${money(refunding)} ${formatFen(decision.amountFen)}。`, ...until];
}

export function refundingView(refunding: WindowDecision, now: number): RefundingView {
  const { decision, missing } = refunding;
  const isReady = decision.outcome !== 'refused' && missing.length === 0;
  return {
    ...verdictOf(refunding),
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
      ruleLine(refunding),
      ...(takesInvoice ? ['请先把纸质发票收回来。'] : []),
      `${money(refunding)} ${formatFen(amount)}。请让病人核对金额。`,
    ],
    button: `${takesInvoice ? '已收回发票，' : ''}退 ${formatFen(amount)}`,
  };
}
