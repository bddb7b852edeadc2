import { instantAt, minutesOf, type CalendarDay, type ClockTime } from '../calendar-day';
import type { Standing } from './queue';

/** Somebody who has booked the same session. */
export interface Booked {
  readonly encounterId: string;
  readonly queueNumber: number;
  readonly start: ClockTime;
  readonly end: ClockTime;
}

/**
 * How many have booked, have not checked in, and would be called before this one if they came in their half-hour: a queue
 * that is short now may not stay so. Nobody goes before who waits anew.
 * @param entered ids of everybody who checked in
 */
export function yetToCome(
  { waiting, minute }: Standing,
  booked: readonly Booked[],
  entered: ReadonlySet<string>,
  { day, now }: { readonly day: CalendarDay; readonly now: number },
): number {
  if (waiting.again !== null) return 0;
  return booked.filter(({ encounterId, queueNumber, start, end }) => {
    if (entered.has(encounterId) || now >= instantAt(day, end)) return false;
    const theirs = minutesOf(start);
    return theirs < minute || (theirs === minute && queueNumber < waiting.queueNumber);
  }).length;
}
