import type { CalendarDay } from '../../core/domain/calendar-day';
import type { SlotLength } from './types';

interface Period {
  readonly effectiveFrom: CalendarDay;
  readonly effectiveTo: CalendarDay | null;
}

/** The lengths in force within a period: the last one that began before it, and those that begin during it. */
export function lengthsWithin(period: Period, lengths: readonly SlotLength[]): SlotLength[] {
  return lengths.filter((length, index) => {
    const next = lengths[index + 1];
    const beginsInTime = period.effectiveTo === null || length.from <= period.effectiveTo || index === 0;
    const stillHolds = next === undefined || next.from > period.effectiveFrom;
    return beginsInTime && stillHolds;
  });
}

/** A template's own length where it has one, else the hospital's. */
export const slotLengthsOf = (
  template: Period & { readonly slotMinutes: number | null },
  hospital: readonly SlotLength[],
): SlotLength[] =>
  template.slotMinutes === null
    ? lengthsWithin(template, hospital)
    : [{ from: template.effectiveFrom, minutes: template.slotMinutes }];
