import type {
  BillCode,
  InvoiceView,
  WindowBill,
  WindowFile,
  WindowPatient,
  WindowPayment,
  WindowRegistration,
} from '@core/contract/billing';
import type { InvoiceAct, InvoiceState } from '@core/domain/billing/invoice';
import { timeOf } from '@core/domain/calendar-day';
import { formatFen, ZERO_FEN, type Fen } from '@core/domain/money';
import { refundWords } from '../../../../services/appointment/refund-words';
import { whenOf } from '../../../../services/appointment/when';
import { CATEGORY_WORDS } from '../../../../services/billing/bill-words';
import { shortTime, spokenDay } from '../../../../services/dates';
import { refundingView, type RefundingView } from './refunding.view';

/** Part of a card that can be given back by itself: the fee, or one line of a bill. */
export interface PartView {
  /** Of a bill's line; empty for a fee. */
  readonly lineId: string;
  readonly name: string;
  readonly amount: string;
  readonly refunding: RefundingView | null;
  /** Where a refund stands; empty where none was begun. */
  readonly refunded: string;
}

export interface InvoiceButton {
  readonly act: InvoiceAct;
  readonly label: string;
}

export interface WindowCard {
  readonly id: string;
  readonly kind: 'registration' | 'bill';
  readonly title: string;
  readonly what: string;
  readonly amount: string;
  readonly paid: string;
  readonly invoice: string;
  readonly invoiceButtons: readonly InvoiceButton[];
  readonly parts: readonly PartView[];
  /** Empty where nothing can be taken in cash now. */
  readonly cashButton: string;
  /** What was charged too much and goes back without anybody asking; empty mostly. */
  readonly excess: string;
  /** The patient may scan a code and pay by phone instead. */
  readonly scannable: boolean;
}

const GENDER = { male: '男', female: '女' } as const;

export const patientLine = ({ gender, ageYears, maskedNumber }: WindowPatient): string =>
  `${GENDER[gender]} · ${String(ageYears)} 岁 · 门诊号 ${maskedNumber}`;

const INVOICE: Readonly<Record<InvoiceState, string>> = {
  none: '发票还没打印',
  printed: '发票已打印',
  reprinted: '发票补打过',
  surrendered: '发票已收回',
  voided: '发票已作废',
};

const ACT: Readonly<Record<Exclude<InvoiceAct, 'surrender'>, string>> = {
  print: '打印发票',
  reprint: '补打发票',
  void: '作废发票',
};

const invoiceLine = ({ state, number, copies }: InvoiceView): string =>
  number === null ? INVOICE[state] : `${INVOICE[state]}，号码 ${number}，印了 ${String(copies)} 次`;

const invoiceButtons = ({ acts }: InvoiceView): InvoiceButton[] =>
  acts.flatMap((act) => (act === 'surrender' ? [] : [{ act, label: ACT[act] }]));

function paidLine({ channel, amountFen, refundedFen }: WindowPayment): string {
  const paid = `${channel === 'cash' ? '现金' : '微信'}已付 ${formatFen(amountFen)}`;
  return refundedFen === ZERO_FEN ? paid : `${paid}，已退 ${formatFen(refundedFen)}`;
}

/** What a card says of its money, paid or not. */
function moneyOf(payment: WindowPayment | null, cashFen: Fen) {
  return {
    paid: payment ? paidLine(payment) : '还没有付',
    invoice: payment ? invoiceLine(payment.invoice) : '',
    invoiceButtons: payment ? invoiceButtons(payment.invoice) : [],
    cashButton: cashFen === ZERO_FEN ? '' : `收现金 ${formatFen(cashFen)}`,
  };
}

function registrationCard(one: WindowRegistration, now: number): WindowCard {
  const when = whenOf(one, now);
  const part: PartView = {
    lineId: '',
    name: '挂号费',
    amount: formatFen(one.feeFen),
    refunding: one.refunding && refundingView(one.refunding, now),
    refunded: one.refund ? refundWords(one.refund, now).state : '',
  };
  return {
    id: one.appointmentId,
    kind: 'registration',
    title: `挂号 ${when.day} ${when.range}`,
    what: `${one.clinicName} · ${one.practitionerName} · 序号 ${String(one.queueNumber)}`,
    amount: formatFen(one.feeFen),
    parts: part.refunding || part.refunded ? [part] : [],
    ...moneyOf(one.payment, one.cashFen),
    excess: '',
    scannable: false,
  };
}

const lapsedLine = ({ payUntil }: WindowBill, now: number): string =>
  `没有付。能付的最后一天是 ${spokenDay(payUntil, now)}，已经作废，不能再收；还需要的，请医生重新开。`;

const billCard = (bill: WindowBill, now: number): WindowCard => ({
  id: bill.billId,
  kind: 'bill',
  title: `缴费单 ${spokenDay(bill.day, now)}`,
  what: `${bill.clinicName} · ${bill.practitionerName}`,
  amount: formatFen(bill.totalFen),
  parts: bill.lines.map((line) => ({
    lineId: line.lineId,
    name: `${CATEGORY_WORDS[line.category]} ${line.name} × ${String(line.quantity)}`,
    amount: formatFen(line.amountFen),
    refunding: line.refunding && refundingView(line.refunding, now),
    refunded: line.refund ? refundWords(line.refund, now).state : '',
  })),
  ...moneyOf(bill.payment, bill.cashFen),
  ...(bill.state === 'lapsed' ? { paid: lapsedLine(bill, now) } : {}),
  excess: bill.excess
    ? `多收 ${formatFen(bill.excess.amountFen)}：${refundWords(bill.excess, now).state}`
    : '',
  scannable: bill.cashFen !== ZERO_FEN,
});

export const windowCards = ({ registrations, bills }: WindowFile, now: number): WindowCard[] => [
  ...bills.map((bill) => billCard(bill, now)),
  ...registrations.map((one) => registrationCard(one, now)),
];

/** What is confirmed before cash is written down. */
export const cashSheet = (what: string, cashFen: Fen) => ({
  title: `收现金 ${formatFen(cashFen)}`,
  lines: [what, '请让病人核对金额并当面点清。收了现金，以后只能在窗口退。'],
  button: `病人已确认，收 ${formatFen(cashFen)}`,
});

/** The code that the patient scans, and what is said beside it. */
export const codeLine = ({ code, totalFen, expiresAt }: BillCode) => ({
  text: code,
  line: `请病人用医路通“扫一扫”付 ${formatFen(totalFen)}，${shortTime(timeOf(expiresAt))} 前有效。`,
});

/** What is confirmed before a paper is voided: printing needs no question. */
export const voidSheet = (number: string) => ({
  title: '作废发票',
  lines: [`请收回或销毁号码 ${number} 的发票。作废以后，这一笔按没有打印过发票算。`],
  button: '作废这张发票',
});
