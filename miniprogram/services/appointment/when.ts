import type { CalendarDay, ClockTime } from '@core/domain/calendar-day';
import { spokenDay, spokenRange } from '../dates';

/** A half-hour in two parts, so that a narrow line breaks between them and never inside the time. */
export interface When {
  /** 明天 3月10日 周二 */
  readonly day: string;
  /** 上午 9:00–9:30 */
  readonly range: string;
}

export const whenOf = (
  slot: { readonly day: CalendarDay; readonly start: ClockTime; readonly end: ClockTime },
  now: number,
): When => ({ day: spokenDay(slot.day, now), range: spokenRange(slot.start, slot.end) });
