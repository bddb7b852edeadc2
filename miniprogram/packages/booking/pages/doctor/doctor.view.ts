import type { DoctorTime } from '@core/contract/booking';
import type { DoctorPage } from '@core/contract/catalog';
import { addDays, dayOf, type CalendarDay } from '@core/domain/calendar-day';
import { formatFen, ZERO_FEN } from '@core/domain/money';
import { shortRange, spokenDay } from '../../../../services/dates';

/** A half-day that can be tapped. */
export interface TimeRow {
  readonly sessionId: string;
  readonly clinicId: string;
  readonly day: CalendarDay;
  /** 上午 8:00–11:30 */
  readonly when: string;
  readonly clinicName: string;
  readonly place: string;
  readonly fee: string;
  readonly seats: string;
  readonly free: boolean;
  /** What a tap does where there is no seat; empty where there is one. */
  readonly instead: string;
  readonly label: string;
}

export interface TimesOfDay {
  readonly day: CalendarDay;
  readonly title: string;
  readonly rows: readonly TimeRow[];
}

/** The coming seven days are what one looks for first; later ones are a tap away. */
const WEEK_DAYS = 7;
const HALF_DAYS = { am: '上午', pm: '下午' } as const;

function seatsOf({ state, seatsLeft }: DoctorTime): string {
  if (state === 'open') return `剩 ${String(seatsLeft)} 个号`;
  if (state === 'full') return '约满';
  return state === 'stopped' ? '停诊' : '已停止预约';
}

function timeRow(time: DoctorTime): TimeRow {
  const { sessionId, clinicId, clinicName, day, place } = time;
  const when = `${HALF_DAYS[time.halfDay]} ${shortRange(time.start, time.end)}`;
  const fee = time.feeFen === ZERO_FEN ? '免费' : formatFen(time.feeFen);
  const seats = seatsOf(time);
  const free = time.state === 'open';
  const instead = free ? '' : '看这个门诊的其他医生';
  const label = [when, clinicName, place, `挂号费${fee}`, seats, ...(free ? [] : [instead])].join('，');
  return {
    sessionId,
    clinicId,
    clinicName,
    day,
    place,
    when,
    fee,
    seats,
    free,
    instead,
    label,
  };
}

/** The half-days by day; `all` shows more than the coming week. */
export function timesByDay(
  times: readonly DoctorTime[],
  all: boolean,
  now: number,
): { readonly days: readonly TimesOfDay[]; readonly hidden: number } {
  const last = addDays(dayOf(now), WEEK_DAYS - 1);
  const shown = all ? times : times.filter(({ day }) => day <= last);
  const days = [...new Set(shown.map(({ day }) => day))].map((day) => ({
    day,
    title: spokenDay(day, now),
    rows: shown.filter((time) => time.day === day).map(timeRow),
  }));
  return { days, hidden: times.length - shown.length };
}

/** What a doctor's own code says. */
export const doctorCode = (practitionerId: string): string => `DOC:${practitionerId}`;

export const clinicsLine = ({ clinics }: DoctorPage): string => clinics.map(({ name }) => name).join('、');

/** What is shared with family and friends. */
export const shareTitle = ({ name, title }: DoctorPage): string => `${name} ${title} 的出诊时间和预约`;
