import type { AppointmentView } from '@core/contract/booking';
import { instantAt } from '@core/domain/calendar-day';
import { formatFen, ZERO_FEN } from '@core/domain/money';
import { movedWords } from '../../../../services/appointment/appointment-words';
import { whenOf, type When } from '../../../../services/appointment/when';
import { nearName, shortTime } from '../../../../services/dates';

export interface ResultView {
  readonly queueNumber: number;
  readonly when: When;
  readonly arrive: string;
  readonly place: string;
  readonly doctor: string;
  readonly who: string;
  readonly paid: string;
  /** What to bring and do, one line each. */
  readonly bring: readonly string[];
  /** Where a late payment found another seat; empty otherwise. */
  readonly moved: string;
}

const REMIND_BEFORE_S = 2 * 60 * 60;
const ALWAYS_BRING = '身份证或就诊卡';

export function resultView(appointment: AppointmentView, now: number): ResultView {
  const { queueNumber, place, day, start, feeFen, movedFrom, preparation } = appointment;
  return {
    queueNumber,
    when: whenOf(appointment, now),
    arrive: `请${nearName(day, now)} ${shortTime(start)} 前到`,
    place,
    doctor: `${appointment.clinicName} · ${appointment.practitionerName} ${appointment.practitionerTitle}`,
    who: appointment.maskedPatientName,
    paid: feeFen === ZERO_FEN ? '免费' : `已付 ${formatFen(feeFen)}`,
    bring: preparation === null ? [ALWAYS_BRING] : [ALWAYS_BRING, preparation],
    moved: movedFrom === null ? '' : movedWords(movedFrom),
  };
}

/** What the phone's calendar takes: seconds since 1970. Others may see a calendar, so the clinic is not in it. */
export function calendarEvent(appointment: AppointmentView) {
  const seconds = (time: AppointmentView['start']): number => instantAt(appointment.day, time) / 1000;
  return {
    title: `去医院看病，序号 ${appointment.queueNumber}`,
    startTime: seconds(appointment.start),
    // WeChat's calendar wants the end as text, unlike the start.
    endTime: String(seconds(appointment.end)),
    location: appointment.place,
    description: '详情请看医路通“就诊”。',
    alarm: true,
    alarmOffset: REMIND_BEFORE_S,
  };
}
