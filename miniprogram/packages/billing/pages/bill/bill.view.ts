import type { BillCode, BillLineView, BillView } from '@core/contract/billing';
import { timeOf } from '@core/domain/calendar-day';
import { formatFen } from '@core/domain/money';
import { refundWords, type RefundWords } from '../../../../services/appointment/refund-words';
import type { Tone } from '../../../../services/appointment/tone';
import {
  billDay,
  billWords,
  CATEGORY_WORDS,
  orderedBy,
  sumRows,
  type SumRow,
} from '../../../../services/billing/bill-words';
import { shortTime } from '../../../../services/dates';

export interface BillLineRow {
  readonly lineId: string;
  readonly name: string;
  /** 化验 ¥20.00 × 2 */
  readonly detail: string;
  readonly amount: string;
  readonly refund: RefundWords | null;
}

export interface BillPageView {
  readonly state: string;
  readonly tone: Tone;
  readonly totalName: string;
  readonly total: string;
  readonly who: string;
  readonly what: string;
  readonly day: string;
  readonly kinds: readonly SumRow[];
  readonly lines: readonly BillLineRow[];
  /** The button that shows the lines. */
  readonly unfold: string;
  readonly paid: string;
  /** Some of it is on its way back: look again. */
  readonly moving: boolean;
  readonly due: boolean;
  readonly button: string;
  /** The button to what comes after paying; empty before. */
  readonly next: string;
  /** How a line can be given back; empty before it is paid. */
  readonly refundRule: string;
}

const row = (line: BillLineView, now: number): BillLineRow => ({
  lineId: line.lineId,
  name: line.name,
  detail: `${CATEGORY_WORDS[line.category]} ${formatFen(line.feeFen)} × ${String(line.quantity)}`,
  amount: formatFen(line.amountFen),
  refund: line.refund && refundWords(line.refund, now),
});

const isMoving = ({ lines }: BillView): boolean =>
  lines.some(({ refund }) => refund !== null && refund.state !== 'done');

/** Everything the page of one bill shows. */
export function billPageView(bill: BillView, now: number): BillPageView {
  const { state, tone, paid } = billWords(bill, now);
  const isDue = bill.state === 'due';
  return {
    state,
    tone,
    totalName: isDue ? '要付' : '一共',
    total: formatFen(bill.totalFen),
    who: bill.maskedPatientName,
    what: orderedBy(bill),
    day: billDay(bill, now),
    kinds: sumRows(bill.categories),
    lines: bill.lines.map((line) => row(line, now)),
    unfold: `看 ${String(bill.lines.length)} 项明细`,
    paid,
    moving: isMoving(bill),
    due: isDue,
    button: `微信支付 ${formatFen(bill.totalFen)}`,
    next: bill.state === 'paid' ? '看接下来做什么、去哪里' : '',
    refundRule:
      bill.state === 'paid' ? '没有做的检查、没有取的药要退：先请医生取消，再带发票到窗口办理。' : '',
  };
}

export interface CodeSheet {
  readonly code: string;
  readonly lines: readonly string[];
}

/** What stands beside the code that is shown to whoever pays. */
export const codeSheet = ({ code, expiresAt, totalFen, maskedPatientName }: BillCode): CodeSheet => ({
  code,
  lines: [
    `给 ${maskedPatientName} 付 ${formatFen(totalFen)}。`,
    '请家人打开医路通，点“扫一扫”，扫这个码就能代付。家人看不到开了什么药、做什么检查。',
    `这个码今天 ${shortTime(timeOf(expiresAt))} 前有效。`,
  ],
});
