import { daysBetween, type CalendarDay } from '../calendar-day';

/** An age as reference tables write it: `28d`, `6m`, `18y`. */
export interface AgeBound {
  readonly count: number;
  readonly unit: 'd' | 'm' | 'y';
}

/** @returns null where the text is no age. */
export function ageBound(text: string): AgeBound | null {
  const [, count, unit] = /^(\d{1,3})([dmy])$/.exec(text) ?? [];
  return count === undefined ? null : { count: Number(count), unit: unit as AgeBound['unit'] };
}

/** Full months lived on `on` by someone born on `born`. */
function monthsOn(born: CalendarDay, on: CalendarDay): number {
  const part = (day: CalendarDay, from: number, to: number): number => Number(day.slice(from, to));
  const months = (part(on, 0, 4) - part(born, 0, 4)) * 12 + part(on, 5, 7) - part(born, 5, 7);
  return on.slice(8) >= born.slice(8) ? months : months - 1;
}

/** Whether someone born on `born` has reached the age on `on`. */
export function hasReached(born: CalendarDay, on: CalendarDay, age: AgeBound): boolean {
  if (age.unit === 'd') return daysBetween(born, on) >= age.count;
  return monthsOn(born, on) >= (age.unit === 'm' ? age.count : age.count * 12);
}
