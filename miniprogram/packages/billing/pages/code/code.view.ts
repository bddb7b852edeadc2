import type { BillByCode } from '@core/contract/billing';
import { formatFen, type Fen } from '@core/domain/money';
import { billDay, sumRows, type SumRow } from '../../../../services/billing/bill-words';
import { codeIn } from '../../../../services/scan';

export interface CodePageView {
  readonly hospital: string;
  readonly who: string;
  readonly day: string;
  readonly total: string;
  readonly totalFen: Fen;
  readonly kinds: readonly SumRow[];
  readonly button: string;
}

/** What a code shows to whoever pays: nothing of what was ordered. */
export const codePageView = (bill: BillByCode, now: number): CodePageView => ({
  hospital: bill.hospitalName,
  who: bill.maskedPatientName,
  day: billDay(bill, now),
  total: formatFen(bill.totalFen),
  totalFen: bill.totalFen,
  kinds: sumRows(bill.categories),
  button: `微信支付 ${formatFen(bill.totalFen)}`,
});

/** A code is half as long: what is longer is none of ours, and said to be so. */
const LONGEST = 64;

/** The code by which the page was opened: from our scanner, or from a mini program's own code. */
export function codeOfQuery(query: Readonly<Record<string, string | undefined>>): string {
  const { code, scene } = query;
  const found = scene === undefined ? decodeURIComponent(code ?? '') : codeIn(`?scene=${scene}`);
  return found.slice(0, LONGEST);
}
