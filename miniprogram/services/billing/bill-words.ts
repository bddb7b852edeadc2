import type { BillSummary, RefundBar } from '@core/contract/billing';
import type { CategorySum } from '@core/domain/billing/bill';
import type { OrderCategory } from '@core/domain/clinic/order';
import { formatFen, ZERO_FEN } from '@core/domain/money';
import { spokenDay, spokenInstant } from '../dates';
import type { Tone } from '../appointment/tone';

export const CATEGORY_WORDS: Readonly<Record<OrderCategory, string>> = {
  laboratory: '化验',
  imaging: '检查',
  drug: '药',
  treatment: '治疗',
};

/** One line of an account: a name and an amount. */
export interface SumRow {
  readonly name: string;
  readonly amount: string;
}

export const sumRows = (categories: readonly CategorySum[]): SumRow[] =>
  categories.map(({ category, amountFen }) => ({
    name: CATEGORY_WORDS[category],
    amount: formatFen(amountFen),
  }));

export interface BillWords {
  readonly state: string;
  readonly tone: Tone;
  /** When and by whom it was paid; empty before. */
  readonly paid: string;
}

const PAYER: Readonly<Record<NonNullable<BillSummary['payer']>, string>> = {
  you: '您用微信付的',
  other: '别人用微信代付的',
  window: '在窗口付的现金',
};

/** Where a bill stands, in words. */
export function billWords(bill: BillSummary, now: number): BillWords {
  if (bill.state === 'due') return { state: '等您付', tone: 'warning', paid: '' };
  if (bill.state === 'lapsed') return { state: '过期没付', tone: 'neutral', paid: '' };
  if (bill.state === 'void') return { state: '不用付了', tone: 'neutral', paid: '' };
  const when = bill.paidAt === null ? '' : spokenInstant(bill.paidAt, now);
  const paid = `${when}，${bill.payer === null ? '' : PAYER[bill.payer]}`;
  if (bill.refundedFen === ZERO_FEN) return { state: '已付', tone: 'success', paid };
  // More than the total may have been charged, where something was taken back in that moment.
  const kept = bill.paidFen - bill.refundedFen;
  if (kept === bill.totalFen && kept > 0) return { state: '已付', tone: 'success', paid };
  const isAll = kept <= 0;
  return { state: isAll ? '已退' : '已付，退了一部分', tone: 'info', paid };
}

/** Until when one can pay; empty where nothing is to be paid. */
export const payBy = ({ state, payUntil }: Pick<BillSummary, 'state' | 'payUntil'>, now: number): string =>
  state === 'due' ? `最晚 ${spokenDay(payUntil, now)}付` : '';

/** What a bill is for: the clinic and who ordered. */
export const orderedBy = ({ clinicName, practitionerName }: BillSummary): string =>
  `${clinicName} · ${practitionerName}`;

export const billDay = ({ day }: Pick<BillSummary, 'day'>, now: number): string => spokenDay(day, now);

/** Clause and rule as staff read them out. */
export const ruleLine = ({ decision, clause }: Omit<RefundBar, 'missing'>): string =>
  decision.rule === 'UNPAID' ? '没有付过钱，不用退' : `规则 ${decision.rule}：${clause?.text ?? ''}`;
