import type { AppointmentView } from '@core/contract/booking';
import {
  appointmentWords,
  endsAt,
  isConfirming,
  isHeld,
  isMoving,
  payButton,
  startsAt,
} from '../../services/appointment/appointment-words';
import { EVERYTHING, type MayDo } from '../../services/appointment/may-do';
import { refundWords } from '../../services/appointment/refund-words';
import type { Tone } from '../../services/appointment/tone';
import { whenOf, type When } from '../../services/appointment/when';

/** An appointment as a card of the list. */
export interface VisitCard {
  readonly appointmentId: string;
  readonly state: string;
  readonly tone: Tone;
  readonly when: When;
  readonly doctor: string;
  readonly place: string;
  readonly who: string;
  readonly next: string;
  readonly queueNumber: number | null;
  /** Epoch milliseconds; 0 where no payment is waited for. */
  readonly expiresAt: number;
  readonly payButton: string;
  /** Who pays, where it is not the owner of the phone. */
  readonly payHint: string;
  readonly cancelButton: string;
}

export interface VisitGroup {
  readonly id: 'pay' | 'coming' | 'moving' | 'past';
  readonly title: string;
  readonly cards: readonly VisitCard[];
}

function groupOf(appointment: AppointmentView, now: number): VisitGroup['id'] {
  if (isHeld(appointment, now) || isConfirming(appointment)) return 'pay';
  if (appointment.status === 'booked' && now < endsAt(appointment)) return 'coming';
  if (isMoving(appointment) || appointment.refund?.state === 'needs-staff') return 'moving';
  return 'past';
}

function visitCard(appointment: AppointmentView, now: number, may: MayDo): VisitCard {
  const words = appointmentWords(appointment, now, may.pay);
  const refund = appointment.refund && refundWords(appointment.refund, now);
  const held = isHeld(appointment, now) && appointment.payment === 'waiting';
  const coming = appointment.status === 'booked' && now < endsAt(appointment);
  return {
    appointmentId: appointment.appointmentId,
    state: refund === null ? words.state : `${words.state}，${refund.state}`,
    tone: refund?.tone ?? words.tone,
    when: whenOf(appointment, now),
    doctor: `${appointment.clinicName} · ${appointment.practitionerName} ${appointment.practitionerTitle}`,
    place: appointment.place,
    who: appointment.maskedPatientName,
    next: refund?.line ?? words.next,
    payHint: held ? may.payHint : '',
    queueNumber: coming ? appointment.queueNumber : null,
    expiresAt: held ? (appointment.expiresAt ?? 0) : 0,
    payButton: may.pay ? payButton(appointment, now) : '',
    cancelButton: may.cancel && appointment.cancellation !== null && (held || coming) ? '取消预约' : '',
  };
}

const TITLES: readonly (readonly [VisitGroup['id'], string])[] = [
  // The tag of these cards says it already, and their button should be in sight at once.
  ['pay', ''],
  ['coming', '接下来'],
  ['moving', '正在办理'],
  ['past', '以前的'],
];

const newestFirst = (one: AppointmentView, other: AppointmentView): number => startsAt(other) - startsAt(one);
const soonestFirst = (one: AppointmentView, other: AppointmentView): number =>
  startsAt(one) - startsAt(other);
const endingFirst = (one: AppointmentView, other: AppointmentView): number =>
  (one.expiresAt ?? 0) - (other.expiresAt ?? 0);

const ORDERS: Readonly<Record<VisitGroup['id'], typeof newestFirst>> = {
  pay: endingFirst,
  coming: soonestFirst,
  moving: newestFirst,
  past: newestFirst,
};

/**
 * By what needs the patient first. @param mostPast how many of the past ones to draw. @param mayOf what may be done about one.
 */
export function visitGroups(
  appointments: readonly AppointmentView[],
  now: number,
  mostPast: number,
  mayOf: (patientId: string) => MayDo = () => EVERYTHING,
): readonly VisitGroup[] {
  return TITLES.map(([id, title]) => {
    const own = appointments.filter((appointment) => groupOf(appointment, now) === id).sort(ORDERS[id]);
    const drawn = id === 'past' ? own.slice(0, mostPast) : own;
    return { id, title, cards: drawn.map((one) => visitCard(one, now, mayOf(one.patientId))) };
  }).filter(({ cards }) => cards.length > 0);
}

export const pastCount = (appointments: readonly AppointmentView[], now: number): number =>
  appointments.filter((appointment) => groupOf(appointment, now) === 'past').length;

/** Looking again by itself is worth it. */
export const anyMoving = (appointments: readonly AppointmentView[]): boolean => appointments.some(isMoving);
