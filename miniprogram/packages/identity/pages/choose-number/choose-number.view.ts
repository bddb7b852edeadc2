import type { HistoricalNumber, PatientCard } from '@core/contract/identity';
import { monthDay } from '../../../../services/dates';

export interface NumberOption {
  readonly value: string;
  readonly title: string;
  readonly note: string;
}

/** Stands for the number in use, which needs no reference. */
export const KEEP = 'keep';

function lastVisit({ lastVisit: day }: HistoricalNumber): string {
  return day === null ? '没有就诊记录' : `上次就诊 ${day.slice(0, 4)}年${monthDay(day)}`;
}

const optionOf = (number: HistoricalNumber): NumberOption => ({
  value: number.reference,
  title: number.maskedNumber,
  note: lastVisit(number),
});

/** Straight after binding: all numbers, most recent visit first. Later: the one in use, then the others. */
export function numberOptions(
  card: PatientCard,
  offered: readonly HistoricalNumber[] | null,
): readonly NumberOption[] {
  if (offered !== null) {
    const byVisit = (one: HistoricalNumber, other: HistoricalNumber): number =>
      (other.lastVisit ?? '').localeCompare(one.lastVisit ?? '');
    return [...offered].sort(byVisit).map(optionOf);
  }
  return [
    { value: KEEP, title: card.outpatientNumber, note: '现在用的' },
    ...card.otherNumbers.map(optionOf),
  ];
}
