import type { BillSummary, FeeDue } from '@core/contract/billing';
import { formatFen } from '@core/domain/money';
import { whenOf, type When } from '../../../../services/appointment/when';
import type { Tone } from '../../../../services/appointment/tone';
import { billDay, billWords, orderedBy, payBy, sumRows } from '../../../../services/billing/bill-words';

export interface BillCard {
  readonly billId: string;
  readonly state: string;
  readonly tone: Tone;
  readonly total: string;
  readonly what: string;
  readonly who: string;
  readonly day: string;
  readonly kinds: string;
  /** The last day for it; empty where nothing is to be paid. */
  readonly payBy: string;
  readonly isDue: boolean;
  readonly button: string;
  /** Whose and for what: beside the words on the button, for who cannot see the card around it. */
  readonly spoken: string;
}

export interface BillGroup {
  readonly id: 'due' | 'paid' | 'lapsed';
  readonly title: string;
  readonly cards: readonly BillCard[];
}

const card = (bill: BillSummary, now: number): BillCard => {
  const { state, tone } = billWords(bill, now);
  const isDue = bill.state === 'due';
  const kinds = sumRows(bill.categories)
    .map(({ name }) => name)
    .join('、');
  return {
    billId: bill.billId,
    state,
    tone,
    total: formatFen(bill.totalFen),
    what: orderedBy(bill),
    who: bill.maskedPatientName,
    day: billDay(bill, now),
    kinds,
    payBy: payBy(bill, now),
    isDue,
    button: isDue ? `付 ${formatFen(bill.totalFen)}` : '看这一张',
    spoken: `${bill.maskedPatientName}，${kinds}${isDue ? '' : `，${formatFen(bill.totalFen)}，${state}`}`,
  };
};

export interface FeeCard {
  readonly appointmentId: string;
  readonly patientId: string;
  readonly total: string;
  readonly who: string;
  readonly when: When;
  readonly what: string;
  readonly expiresAt: number;
  /** The phone said that it was paid and the server does not know yet. */
  readonly confirming: boolean;
  /** One's own seat is paid on its own page, which then shows its number; a relative's right here. */
  readonly own: boolean;
  readonly button: string;
}

/** Registration fees that wait, of one's own people and of relatives who asked for help with money. */
export const feeCards = (
  fees: readonly FeeDue[],
  isOwn: (patientId: string) => boolean,
  isSaidPaid: (appointmentId: string) => boolean,
): FeeCard[] =>
  fees.map((fee) => ({
    appointmentId: fee.appointmentId,
    patientId: fee.patientId,
    total: formatFen(fee.feeFen),
    who: fee.maskedPatientName,
    when: whenOf(fee, Date.now()),
    what: fee.clinicName,
    expiresAt: fee.expiresAt,
    confirming: isSaidPaid(fee.appointmentId),
    own: isOwn(fee.patientId),
    button: `付 ${formatFen(fee.feeFen)}`,
  }));

/** Bills of all people one cares for: what is to be paid first, then what was, each by day. */
export function billGroups(bills: readonly BillSummary[], now: number): readonly BillGroup[] {
  const latest = [...bills].sort((one, other) => other.placedAt - one.placedAt);
  const cards = (wanted: BillSummary['state']) =>
    latest.filter(({ state }) => state === wanted).map((bill) => card(bill, now));
  const groups: readonly BillGroup[] = [
    { id: 'due', title: '等您付的检查和药', cards: cards('due') },
    { id: 'paid', title: '付过的', cards: cards('paid') },
    { id: 'lapsed', title: '过期没付的', cards: cards('lapsed') },
  ];
  return groups.filter((group) => group.cards.length > 0);
}
