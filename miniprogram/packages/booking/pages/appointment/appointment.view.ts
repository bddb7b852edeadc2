import type { AppointmentView } from '@core/contract/booking';
import { dayOf } from '@core/domain/calendar-day';
import { formatFen, ZERO_FEN } from '@core/domain/money';
import {
  appointmentWords,
  endsAt,
  isConfirming,
  isHeld,
  isMoving,
  isOwedInCash,
  movedWords,
  payButton,
  type AppointmentWords,
} from '../../../../services/appointment/appointment-words';
import { EVERYTHING } from '../../../../services/appointment/may-do';
import { cancellationWords } from '../../../../services/appointment/cancellation-words';
import { refundWords, type RefundWords } from '../../../../services/appointment/refund-words';
import { whenOf, type When } from '../../../../services/appointment/when';
import { recordedInstant } from '../../../../services/dates';

/** A line of the details. */
export interface DetailRow {
  readonly name: string;
  readonly value: string;
}

export interface DetailView {
  readonly words: AppointmentWords;
  /** null until booked, and once it is over. */
  readonly queueNumber: number | null;
  readonly when: When;
  readonly rows: readonly DetailRow[];
  readonly refund: RefundWords | null;
  /** People look after the refund: they can be called. */
  readonly refundByStaff: boolean;
  readonly moved: string;
  /** Cash that waits at the window; empty mostly. */
  readonly owed: string;
  readonly preparation: string;
  readonly place: string;
  /** There is still a reason to go there. */
  readonly wayButton: boolean;
  /** Epoch milliseconds; 0 where no payment is waited for. */
  readonly expiresAt: number;
  readonly payButton: string;
  /** Who can pay, where the one who booked must not. */
  readonly payNote: string;
  /** Short: what cancelling means now; empty where there is nothing to cancel. */
  readonly cancelNote: string;
  /** The button that leads to the rule in full. */
  readonly cancelButton: string;
  readonly moving: boolean;
  /** On the day of a booked visit: where it goes on; empty otherwise. */
  readonly visitButton: string;
  /** Ended: booking anew is the next step. */
  readonly over: boolean;
}

const PAID: Readonly<Record<AppointmentView['payment'], string>> = {
  none: '',
  waiting: '没付',
  confirming: '正在确认',
  paid: '已付',
};

function fee(appointment: AppointmentView): string {
  if (appointment.feeFen === ZERO_FEN) return '免费';
  const state = appointment.refund?.state === 'done' ? '已退' : PAID[appointment.payment];
  return `${formatFen(appointment.feeFen)} ${state}`.trim();
}

const rowsOf = (appointment: AppointmentView): readonly DetailRow[] => [
  { name: '就诊人', value: appointment.maskedPatientName },
  { name: '医生', value: `${appointment.practitionerName} ${appointment.practitionerTitle}` },
  { name: '门诊', value: appointment.clinicName },
  { name: '地点', value: appointment.place },
  { name: '挂号费', value: fee(appointment) },
  { name: '预约于', value: recordedInstant(appointment.createdAt) },
];

function cancelNote(appointment: AppointmentView, now: number): string {
  const decision = appointment.cancellation;
  if (decision === null) return '';
  return cancellationWords({ decision, subject: appointment, window: '人工窗口', now }).lines[0] ?? '';
}

/** What was paid by phone goes back by itself; cash has to be fetched where it was paid. */
const owedLine = (appointment: AppointmentView): string =>
  isOwedInCash(appointment)
    ? `${formatFen(appointment.feeFen)} 是在窗口付的现金，请带证件到人工窗口领回。`
    : '';

const VISIT = { arrived: '看排队', seen: '看接下来要做的事', finished: '看接下来要做的事' } as const;

function visitButton({ status, day, attendance }: AppointmentView, now: number): string {
  if (status !== 'booked' || day !== dayOf(now)) return '';
  return attendance === null ? '到医院了：预检、报到' : VISIT[attendance];
}

/** Everything the page of one appointment shows. `may`: to whom it is shown, who perhaps neither pays nor cancels. */
export function detailView(appointment: AppointmentView, now: number, may = EVERYTHING): DetailView {
  const held = isHeld(appointment, now) && appointment.payment === 'waiting';
  const confirming = isConfirming(appointment);
  const booked = appointment.status === 'booked';
  const { movedFrom, cancellation } = appointment;
  const phoneCancels = cancellation?.outcome === 'automatic' || cancellation?.outcome === 'nothing-paid';
  return {
    words: appointmentWords(appointment, now, may.pay),
    queueNumber: booked && now < endsAt(appointment) ? appointment.queueNumber : null,
    when: whenOf(appointment, now),
    rows: rowsOf(appointment),
    refund: appointment.refund && refundWords(appointment.refund, now),
    refundByStaff: appointment.refund?.state === 'needs-staff',
    owed: owedLine(appointment),
    moved: movedFrom === null ? '' : movedWords(movedFrom),
    preparation: booked ? (appointment.preparation ?? '') : '',
    place: appointment.place,
    wayButton: booked && now < endsAt(appointment),
    expiresAt: held ? (appointment.expiresAt ?? 0) : 0,
    payButton: may.pay ? payButton(appointment, now) : '',
    payNote: held ? may.payNote : '',
    cancelNote: confirming || !may.cancel ? '' : cancelNote(appointment, now),
    cancelButton:
      cancellation === null || confirming || !may.cancel ? '' : phoneCancels ? '取消预约' : '怎么取消和退费',
    moving: isMoving(appointment),
    visitButton: visitButton(appointment, now),
    over: appointment.status === 'cancelled',
  };
}
