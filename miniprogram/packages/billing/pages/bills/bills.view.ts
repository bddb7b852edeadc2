import type { BillSummary } from '@core/contract/billing';
import { formatFen } from '@core/domain/money';
import type { Tone } from '../../../../services/appointment/tone';
import { billDay, billWords, orderedBy, sumRows } from '../../../../services/billing/bill-words';

export interface BillCard {
  readonly billId: string;
  readonly state: string;
  readonly tone: Tone;
  readonly total: string;
  readonly what: string;
  readonly who: string;
  readonly day: string;
  readonly kinds: string;
  /** Empty where nothing is to be paid. */
  readonly button: string;
}

export interface BillGroup {
  readonly id: 'due' | 'paid';
  readonly title: string;
  readonly cards: readonly BillCard[];
}

const card = (bill: BillSummary, now: number): BillCard => {
  const { state, tone } = billWords(bill, now);
  return {
    billId: bill.billId,
    state,
    tone,
    total: formatFen(bill.totalFen),
    what: orderedBy(bill),
    who: bill.maskedPatientName,
    day: billDay(bill, now),
    kinds: sumRows(bill.categories)
      .map(({ name }) => name)
      .join('、'),
    button: bill.state === 'due' ? `付 ${formatFen(bill.totalFen)}` : '',
  };
};

/** Bills of all people one cares for: what is to be paid first, then by day. */
export function billGroups(bills: readonly BillSummary[], now: number): readonly BillGroup[] {
  const latest = [...bills].sort((one, other) => other.placedAt - one.placedAt);
  const cards = (isDue: boolean) =>
    latest.filter(({ state }) => (state === 'due') === isDue).map((bill) => card(bill, now));
  const groups: readonly BillGroup[] = [
    { id: 'due', title: '等您付', cards: cards(true) },
    { id: 'paid', title: '付过的', cards: cards(false) },
  ];
  return groups.filter((group) => group.cards.length > 0);
}
