import { isInvoiceOut, type Invoice } from './invoice';
import type { Decision, RefundFacts } from './refund-policy';

/** What has to be done before the window may give money back, in this order. */
export type MissingStep =
  /** The doctor cancels the line. */
  | 'doctor-cancel'
  /** The desk that would carry it out confirms that it did not. */
  | 'desk-not-done'
  /** An invoice is printed (补打), so that it can be taken back. */
  | 'print-invoice';

/** How the window carries out a decision. */
export interface WindowWay {
  readonly missing: readonly MissingStep[];
  /** The paper is taken back in the same act. */
  readonly takesInvoice: boolean;
  /** original: back to the account that paid; cash: counted out at the window. */
  readonly money: 'original' | 'cash';
}

export interface WindowFacts {
  readonly kind: RefundFacts['kind'];
  readonly channel: RefundFacts['channel'];
  readonly invoice: Invoice;
  readonly cancelledByDoctor: boolean;
  readonly confirmedNotDone: boolean;
}

/** What the window must see and do for a decision; a refusal needs nothing, since nothing is done. */
export function windowWay(decision: Decision, facts: WindowFacts): WindowWay {
  const money = facts.channel === 'cash' ? 'cash' : 'original';
  if (decision.outcome !== 'window') return { missing: [], takesInvoice: false, money };
  const isItem = facts.kind === 'item' && decision.rule === 'A10';
  const isBack = facts.invoice.state === 'surrendered';
  const isOut = isInvoiceOut(facts.invoice);
  const missing: MissingStep[] = [];
  if (isItem && !facts.cancelledByDoctor) missing.push('doctor-cancel');
  if (isItem && !facts.confirmedNotDone) missing.push('desk-not-done');
  if (!isOut && !isBack && needsPaper(decision)) missing.push('print-invoice');
  return { missing, takesInvoice: isOut, money };
}

/** What the hospital owes by its own fault (A8, A9, A12) is given back without any paper. */
const needsPaper = ({ rule }: Decision): boolean => rule !== 'A8' && rule !== 'A9' && rule !== 'A12';
