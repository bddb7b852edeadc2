import type { AppointmentView } from '@core/contract/booking';
import { timeOf } from '@core/domain/calendar-day';
import { formatFen, type Fen } from '@core/domain/money';
import { isConfirming, isHeld } from '../../../../services/appointment/appointment-words';
import { whenOf, type When } from '../../../../services/appointment/when';
import { shortTime } from '../../../../services/dates';
import type { PayOutcome } from '../../../../services/pay';

/** Where paying stands, as the server says it. */
export type PayStage =
  /** The seat is held and can be paid. */
  | 'held'
  /** WeChat is being asked: paying a second time must not be offered. */
  | 'confirming'
  /** It is the patient's. */
  | 'booked'
  /** Neither: the hold ended, or it was cancelled. */
  | 'over';

export function stageOf(appointment: AppointmentView, now: number): PayStage {
  if (appointment.status === 'booked') return 'booked';
  if (appointment.status !== 'pending') return 'over';
  if (isConfirming(appointment)) return 'confirming';
  return isHeld(appointment, now) ? 'held' : 'over';
}

export interface PayView {
  readonly patientId: string;
  readonly amount: Fen;
  readonly amountText: string;
  readonly when: When;
  readonly doctor: string;
  readonly place: string;
  readonly who: string;
  readonly expiresAt: number;
  readonly button: string;
}

export const payView = (appointment: AppointmentView, now: number): PayView => ({
  patientId: appointment.patientId,
  amount: appointment.feeFen,
  amountText: formatFen(appointment.feeFen),
  when: whenOf(appointment, now),
  doctor: `${appointment.clinicName} · ${appointment.practitionerName} ${appointment.practitionerTitle}`,
  place: appointment.place,
  who: appointment.maskedPatientName,
  expiresAt: appointment.expiresAt ?? 0,
  button: `微信支付 ${formatFen(appointment.feeFen)}`,
});

/** What an unfinished payment leaves behind: the seat stays held. Empty where it is done. */
export function outcomeNote(outcome: PayOutcome, expiresAt: number): string {
  const until = shortTime(timeOf(expiresAt));
  switch (outcome) {
    case 'done':
      return '';
    case 'cancelled':
      return `您没有付款。号还给您留到 ${until}，随时可以再付。`;
    case 'failed':
      return `付款没有成功，没有扣钱。号还给您留到 ${until}，可以再试一次。`;
  }
}
