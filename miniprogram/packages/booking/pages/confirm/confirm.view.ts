import type { Alternative, DoctorDay } from '@core/contract/booking';
import type { PatientCard } from '@core/contract/identity';
import { dayOf, type CalendarDay, type ClockTime } from '@core/domain/calendar-day';
import { formatFen, ZERO_FEN, type Fen } from '@core/domain/money';
import { refundRuleLines } from '../../../../services/appointment/cancellation-words';
import { whenOf, type When } from '../../../../services/appointment/when';
import { RELATIONSHIP } from '../../../../services/patient-card.view';
import { nearName, shortTime, spokenSlot } from '../../../../services/dates';

/** The half-hour that was chosen. */
export interface Choice {
  readonly practitionerId: string;
  readonly clinicId: string;
  readonly day: CalendarDay;
  readonly sessionId: string;
  readonly start: ClockTime;
}

/** What is about to be booked, to be read once more. */
export interface ConfirmView {
  readonly when: When;
  readonly arrive: string;
  readonly name: string;
  readonly initial: string;
  readonly title: string;
  readonly clinic: string;
  readonly place: string;
  readonly fee: Fen;
  readonly feeText: string;
  readonly payment: string;
  readonly rules: readonly string[];
  readonly free: boolean;
  readonly button: string;
}

/** Null where the half-hour is no longer in the plan. */
export function confirmView(choice: Choice, doctorDay: DoctorDay, now: number): ConfirmView | null {
  const session = doctorDay.sessions.find(({ sessionId }) => sessionId === choice.sessionId);
  const slot = session?.slots.find(({ start }) => start === choice.start);
  if (session === undefined || slot === undefined) return null;
  const { day, name, initial, title, clinicName: clinic } = doctorDay;
  const { feeFen: fee, place } = session;
  const free = fee === ZERO_FEN;
  return {
    when: whenOf({ day, start: slot.start, end: slot.end }, now),
    arrive: `${nearName(day, now)} ${shortTime(slot.start)} 前`.trim(),
    name,
    initial,
    title,
    clinic,
    place,
    fee,
    feeText: free ? '免费' : formatFen(fee),
    payment: free ? '不用付钱' : '微信支付',
    rules: refundRuleLines(day, fee, dayOf(now)),
    free,
    button: free ? '确认预约（免费）' : `确认预约，去付 ${formatFen(fee)}`,
  };
}

/** People to book for. */
export const patientOptions = (patients: readonly PatientCard[]) =>
  patients.map(({ patientId, maskedName, relationship, ageYears, outpatientNumber, consent }) => ({
    value: patientId,
    title: maskedName,
    /** Whoever books may pay, too: a volunteer never, a relative where the consent says so. */
    pays: consent === null || consent.scopes.includes('pay'),
    note: `${RELATIONSHIP[relationship]} · ${ageYears} 岁 · 门诊号 ${outpatientNumber}`,
  }));

/** Another half-hour with a seat, as a button. */
export interface AlternativeButton {
  readonly key: string;
  readonly when: string;
  readonly doctor: string;
  readonly choice: Choice;
}

/** @param own the doctor first chosen: where it is the same one, the button need not say it again. */
export const alternativeButtons = (
  alternatives: readonly Alternative[],
  own: string,
  now: number,
): readonly AlternativeButton[] =>
  alternatives.map(({ practitionerId, practitionerName, clinicId, sessionId, ...slot }) => ({
    key: `${sessionId}-${slot.start}`,
    when: spokenSlot(slot, now),
    doctor: practitionerId === own ? '同一位医生' : practitionerName,
    choice: { practitionerId, clinicId, day: slot.day, sessionId, start: slot.start },
  }));

/** What the main button leads to while something stands between the caller and booking. */
export const STEP_BUTTONS = {
  'sign-in': '登录并绑定就诊人',
  consent: '看说明并绑定就诊人',
  card: '绑定就诊人',
  'not-agreed': '患者没有同意您帮忙挂号，回首页',
} as const;
