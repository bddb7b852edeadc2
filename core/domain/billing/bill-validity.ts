import { addDays, dayOf, type CalendarDay } from '../calendar-day';

/**
 * Where a bill stands. due: to be paid; void: taken back before anybody paid; lapsed: nobody paid by its last day. Lapsing
 * is never stored: it follows from the day, and money that was under way at midnight still pays the bill.
 */
export type BillStanding = 'due' | 'paid' | 'void' | 'lapsed';

/** The last day on which a bill can be paid; `payDays` are counted after the day of the visit. */
export const lastPayDay = (visitDay: CalendarDay, payDays: number): CalendarDay => addDays(visitDay, payDays);

/** Whether a last day is over: from midnight on. */
export const isOver = (lastDay: CalendarDay, now: number): boolean => dayOf(now) > lastDay;

/** What is stored of a bill, as it stands now. */
export const standingOf = (
  { state, day }: { readonly state: Exclude<BillStanding, 'lapsed'>; readonly day: CalendarDay },
  payDays: number,
  now: number,
): BillStanding => (state === 'due' && isOver(lastPayDay(day, payDays), now) ? 'lapsed' : state);
