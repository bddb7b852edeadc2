/** Fields of a local time. The date's UTC fields are the local ones. */
export interface Calendar {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
  /** 1 is the first of January. */
  dayOfYear: number;
  /** 1 is Sunday. */
  dayOfWeek: number;
  /** 1 is Monday. */
  isoDayOfWeek: number;
  /** Weeks begin on Sunday; the days before the first one are week 0. */
  week: number;
  /** Weeks begin on Monday; week 1 holds the first Thursday of the year. */
  isoWeek: number;
  isoWeekYear: number;
}

const DAY = 86_400_000;

/** Midnight of a day of any year; months and days beyond their range carry over. */
export function midnight(year: number, month: number, day: number): number {
  const date = new Date(0);
  return date.setUTCFullYear(year, month - 1, day);
}

/** Midnight of the Monday with which an ISO year begins. */
export function isoYearStart(year: number): number {
  const fourth = midnight(year, 1, 4);
  return fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY;
}

/** Takes a local time (milliseconds, as if it were UTC) apart. */
export function calendarOf(local: number): Calendar {
  const date = new Date(local);
  const year = date.getUTCFullYear();
  const weekday = date.getUTCDay();
  const today = midnight(year, date.getUTCMonth() + 1, date.getUTCDate());
  const yearDay = Math.round((today - midnight(year, 1, 1)) / DAY);
  const isoWeekYear = [year + 1, year].find((candidate) => today >= isoYearStart(candidate)) ?? year - 1;
  return {
    year,
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    millisecond: date.getUTCMilliseconds(),
    dayOfYear: yearDay + 1,
    dayOfWeek: weekday + 1,
    isoDayOfWeek: weekday === 0 ? 7 : weekday,
    week: Math.floor((yearDay + 7 - weekday) / 7),
    isoWeek: Math.floor((today - isoYearStart(isoWeekYear)) / (7 * DAY)) + 1,
    isoWeekYear,
  };
}
