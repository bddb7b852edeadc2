import type { ClinicDay, DoctorCard, SeatLevel, SessionSummary } from '@core/contract/booking';
import { dayOf, type CalendarDay } from '@core/domain/calendar-day';
import { formatFen, ZERO_FEN } from '@core/domain/money';
import { monthDay, nearName, spokenDay, weekdayName } from '../../../../services/dates';

/** A day of the strip. */
export interface DayChoice {
  readonly day: CalendarDay;
  readonly top: string;
  readonly date: string;
  readonly level: SeatLevel;
  readonly levelName: string;
  /** As it is read out. */
  readonly label: string;
}

const LEVELS: Readonly<Record<SeatLevel, string>> = { none: '无号', full: '约满', few: '号少', many: '号多' };

/** 3-10 as on a calendar leaf; 3月10日 in full is in the label. */
const shortDate = (day: CalendarDay): string => `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`;

export const dayChoices = (days: readonly ClinicDay[], now: number): readonly DayChoice[] =>
  days.map(({ day, level }) => ({
    day,
    top: day === dayOf(now) || nearName(day, now) === '明天' ? nearName(day, now) : weekdayName(day),
    date: shortDate(day),
    level,
    levelName: LEVELS[level],
    label: `${spokenDay(day, now)}，${LEVELS[level]}`,
  }));

/** The first day with seats, else the first with doctors, else the first. */
export const firstChoice = (days: readonly ClinicDay[]): CalendarDay | null =>
  (
    days.find(({ level }) => level === 'few' || level === 'many') ??
    days.find(({ level }) => level === 'full') ??
    days[0]
  )?.day ?? null;

/** A half-day of a doctor in words. */
export interface HalfDayWords {
  readonly sessionId: string;
  readonly text: string;
  readonly free: boolean;
}

const HALF_DAYS = { am: '上午', pm: '下午' } as const;

function seatsWords({ state, seatsLeft }: SessionSummary): string {
  switch (state) {
    case 'open':
      return `剩 ${seatsLeft} 个号`;
    case 'full':
      return '约满';
    case 'closed':
      return '已停止预约';
    case 'stopped':
      return '停诊';
  }
}

export interface DoctorRow {
  readonly practitionerId: string;
  readonly name: string;
  readonly initial: string;
  readonly title: string;
  readonly goodAt: string;
  readonly fee: string;
  readonly halfDays: readonly HalfDayWords[];
  /** Some half-day can still be booked. */
  readonly open: boolean;
  readonly label: string;
}

export function doctorRow(card: DoctorCard): DoctorRow {
  const halfDays = card.sessions.map((session) => ({
    sessionId: session.sessionId,
    text: `${HALF_DAYS[session.halfDay]} ${seatsWords(session)}`,
    free: session.state === 'open',
  }));
  const fee = card.feeFen === ZERO_FEN ? '免费' : formatFen(card.feeFen);
  const { practitionerId, name, initial, title, goodAt } = card;
  return {
    practitionerId,
    name,
    initial,
    title,
    goodAt,
    fee,
    halfDays,
    open: halfDays.some(({ free }) => free),
    label: [name, title, fee, ...halfDays.map(({ text }) => text)].join('，'),
  };
}

/** The next day after `day` on which there are seats, for a day that has none. */
export const nextFreeDay = (days: readonly ClinicDay[], day: CalendarDay): CalendarDay | null =>
  days.find((other) => other.day > day && (other.level === 'few' || other.level === 'many'))?.day ?? null;

/** 3月12日 周四有号，去看看 */
export const nextFreeWords = (day: CalendarDay): string => `看 ${monthDay(day)} ${weekdayName(day)}的号`;
