import type { BillCode, BillLineView, BillView } from '@core/contract/billing';
import type { RefundView } from '@core/contract/booking';
import { dayOf, timeOf } from '@core/domain/calendar-day';
import { formatFen, type Fen } from '@core/domain/money';
import { refundWords, type RefundWords } from '../../../../services/appointment/refund-words';
import type { Tone } from '../../../../services/appointment/tone';
import {
  billDay,
  billWords,
  CATEGORY_WORDS,
  orderedBy,
  payBy,
  sumRows,
  type SumRow,
} from '../../../../services/billing/bill-words';
import { shortTime, spokenDay } from '../../../../services/dates';

export interface BillLineRow {
  readonly lineId: string;
  readonly name: string;
  /** 化验 ¥20.00 × 2 */
  readonly detail: string;
  readonly amount: string;
  /** How far it has come and what to do about it; empty where nothing is to be said. */
  readonly standing: string;
  /** The place to go to for it; empty where there is nothing to go for. */
  readonly placeId: string;
  readonly refund: RefundWords | null;
}

export interface BillPageView {
  readonly state: string;
  readonly tone: Tone;
  readonly totalName: string;
  readonly total: string;
  readonly totalFen: Fen;
  readonly who: string;
  readonly what: string;
  readonly day: string;
  readonly kinds: readonly SumRow[];
  readonly lines: readonly BillLineRow[];
  /** The button that shows the lines. */
  readonly unfold: string;
  readonly paid: string;
  /** The last day for it, or that it is over; empty where it was paid or taken back. */
  readonly payBy: string;
  /** Nobody paid so far, whether or not one still can. */
  readonly unpaid: boolean;
  /** Some of it is on its way back: look again. */
  readonly moving: boolean;
  readonly due: boolean;
  readonly button: string;
  /** The button to what comes after paying; empty before. */
  readonly next: string;
  /** What was charged too much, on its way back. */
  readonly excess: RefundWords | null;
  /** What the window is for: paying in cash before, giving back what was not done after, a word about what lapsed. */
  readonly atWindow: string;
}

const row = (bill: BillView, line: BillLineView, now: number): BillLineRow => ({
  lineId: line.lineId,
  name: line.name,
  detail: `${CATEGORY_WORDS[line.category]} ${formatFen(line.feeFen)} × ${String(line.quantity)}`,
  amount: formatFen(line.amountFen),
  standing:
    bill.state === 'paid'
      ? standing(line, bill.refundUntil < dayOf(now))
      : bill.state === 'lapsed'
        ? NOT_ANY_MORE
        : PAY_FIRST,
  placeId: line.progress === 'ordered' && bill.state !== 'lapsed' ? (line.placeId ?? '') : '',
  refund: line.refund && refundWords(line.refund, now),
});

/** How far a paid line has come; `isLate`: nothing is given back any more. */
function standing({ progress, category }: BillLineView, isLate: boolean): string {
  const isDrug = category === 'drug';
  switch (progress) {
    case 'ordered':
      return isDrug ? '付好了，可以去取。' : '付好了，可以去做。';
    case 'executed':
      return isDrug ? '已经取走了。' : '已经做好了。';
    case 'released':
      return isLate ? TOO_LATE : '可以退了：请带发票到窗口办。';
    case 'cancelled':
      return isLate
        ? TOO_LATE
        : `医生取消了。再请${isDrug ? '药房' : '检查的科室'}确认“没有做”，就能到窗口退。`;
    case 'not-done':
      return isLate ? TOO_LATE : '没有做。再请医生取消这一项，就能到窗口退。';
    case 'refunded':
    case null:
      return '';
  }
}
const PAY_FIRST = '付好以后再去。';
const NOT_ANY_MORE = '没有付，不用去了。';
const TOO_LATE = '已经过了能退的最后一天，有疑问请问窗口。';

function atWindow(bill: BillView, now: number): string {
  if (bill.state === 'due') return '不用手机付也行：报门诊号，到窗口付现金。';
  if (bill.state === 'lapsed')
    return `能付的最后一天是 ${spokenDay(bill.payUntil, now)}，现在不能付了，也没有收您的钱。还需要的检查和药，请找医生重新开；不清楚，到窗口问。`;
  if (bill.state === 'void' || bill.refundUntil < dayOf(now)) return '';
  const isLeft = bill.lines.some(({ progress, refund }) => progress !== 'executed' && refund === null);
  if (!isLeft) return '';
  const last = spokenDay(bill.refundUntil, now);
  return `没做的检查、没取的药可以退：先请医生取消，再请检查的科室或药房确认“没有做”，最后带发票到窗口办，最晚 ${last}下班前。`;
}

/** Cash does not come back by itself: it is fetched. */
function excessWords({ payer }: BillView, excess: RefundView, now: number): RefundWords {
  const words = refundWords(excess, now);
  if (payer !== 'window') return words;
  const amount = formatFen(excess.amountFen);
  if (excess.state === 'done') return { ...words, line: `${amount} 现金已经在窗口退给您。` };
  return { ...words, state: '到窗口领', line: `${amount} 现金在窗口，报门诊号就能领，不用发票。` };
}

const isMoving = ({ lines, excess }: BillView): boolean =>
  [excess, ...lines.map(({ refund }) => refund)].some((refund) => refund !== null && refund.state !== 'done');

/** Everything the page of one bill shows. */
export function billPageView(bill: BillView, now: number): BillPageView {
  const { state, tone, paid } = billWords(bill, now);
  const isDue = bill.state === 'due';
  const isLapsed = bill.state === 'lapsed';
  return {
    state,
    tone,
    totalName: isDue ? '要付' : isLapsed ? '原来要付' : '一共',
    total: formatFen(bill.totalFen),
    totalFen: bill.totalFen,
    who: bill.maskedPatientName,
    what: orderedBy(bill),
    day: billDay(bill, now),
    kinds: sumRows(bill.categories),
    lines: bill.lines.map((line) => row(bill, line, now)),
    unfold: `看 ${String(bill.lines.length)} 项明细`,
    paid,
    payBy: isLapsed ? '不用付了，没有收您的钱' : payBy(bill, now),
    unpaid: isDue || isLapsed,
    moving: isMoving(bill),
    due: isDue,
    button: `微信支付 ${formatFen(bill.totalFen)}`,
    next: bill.state === 'paid' ? '看接下来做什么、去哪里' : '',
    excess: bill.excess && excessWords(bill, bill.excess, now),
    atWindow: atWindow(bill, now),
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
