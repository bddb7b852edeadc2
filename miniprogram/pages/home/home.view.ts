import type { AppointmentView } from '@core/contract/booking';
import type { Me } from '@core/contract/identity';
import { instantAt } from '@core/domain/calendar-day';
import { whenOf, type When } from '../../services/appointment/when';
import { defaultPatient, missingStep } from '../../services/identity-step';
import { patientCardView, type PatientCardView } from '../../services/patient-card.view';

/** Who this is about: a card, or the way to one. */
export interface WhoView {
  readonly card: PatientCardView | null;
  readonly others: number;
  readonly invitation: { readonly title: string; readonly text: string; readonly button: string } | null;
}

const INVITATIONS = {
  'sign-in': { text: '绑好就能挂号、付费。用微信登录，不用密码。', button: '登录并绑定' },
  consent: { text: '绑好就能挂号、付费。绑定前先请您看一份说明。', button: '去绑定' },
  card: { text: '绑好就能挂号、付费。本人和未满 14 岁的孩子都可以。', button: '去绑定' },
} as const;

export function whoView(me: Me): WhoView {
  const missing = missingStep(me);
  const patient = defaultPatient(me);
  if (patient === null || missing === 'sign-in') {
    const { text, button } = INVITATIONS[missing ?? 'card'];
    const words = missing === 'card' ? text.replace('14', String(me.childBelowYears)) : text;
    return { card: null, others: 0, invitation: { title: '先绑定就诊人', text: words, button } };
  }
  return { card: patientCardView(patient), others: me.patients.length - 1, invitation: null };
}

/** The one thing that is next. */
export interface NextView {
  readonly appointmentId: string;
  readonly state: string;
  readonly tone: 'warning' | 'success';
  readonly when: When;
  readonly doctor: string;
  readonly place: string;
  readonly who: string;
  readonly queueNumber: number | null;
  /** Until when the seat is held; 0 where nothing is to pay. */
  readonly expiresAt: number;
  readonly button: string;
}

const startOf = (appointment: AppointmentView): number => instantAt(appointment.day, appointment.start);
const endOf = (appointment: AppointmentView): number => instantAt(appointment.day, appointment.end);

const waitsForPayment = (appointment: AppointmentView, now: number): boolean =>
  appointment.status === 'pending' && appointment.expiresAt !== null && appointment.expiresAt > now;

function pickNext(appointments: readonly AppointmentView[], now: number): AppointmentView | null {
  const byTime = [...appointments].sort((one, other) => startOf(one) - startOf(other));
  return (
    byTime.find((appointment) => waitsForPayment(appointment, now)) ??
    byTime.find((appointment) => appointment.status === 'booked' && endOf(appointment) > now) ??
    null
  );
}

/** An unpaid seat first, since it runs out; else the nearest visit; null where there is none. */
export function nextView(appointments: readonly AppointmentView[], now: number): NextView | null {
  const next = pickNext(appointments, now);
  if (next === null) return null;
  const unpaid = next.status === 'pending';
  const confirming = unpaid && next.payment === 'confirming';
  return {
    appointmentId: next.appointmentId,
    state: confirming ? '正在确认付款' : unpaid ? '等您付费' : '已约好',
    tone: unpaid ? 'warning' : 'success',
    when: whenOf(next, now),
    doctor: `${next.clinicName} · ${next.practitionerName} ${next.practitionerTitle}`,
    place: next.place,
    who: next.maskedPatientName,
    queueNumber: unpaid ? null : next.queueNumber,
    expiresAt: unpaid && !confirming ? (next.expiresAt ?? 0) : 0,
    button: confirming ? '看付款结果' : unpaid ? '去付费' : '看预约',
  };
}
