import type { CalendarDay, ClockTime } from '../calendar-day';
import type { Fen } from '../money';
import type { EncounterState } from './encounter';
import type { FlagOutcome } from './gate-rules';

/** What somebody has to do. The phone has the words and the button. */
export type TaskKind =
  | 'go-to-emergency'
  | 'go-to-fever-clinic'
  | 'go-to-room'
  | 'pay-appointment'
  | 'declare-at-gate'
  | 'check-in'
  /** Booked for a time at which the gate keeps this patient from the clinic. */
  | 'barred'
  /** Was called and did not come: to the nurse, to be queued again. */
  | 'come-back'
  | 'wait-for-call'
  | 'see-doctor'
  | 'pay-bill'
  /** Nobody paid it by its last day. */
  | 'bill-lapsed'
  /** An examination or treatment. */
  | 'do-item'
  | 'collect-drug'
  | 'read-report'
  /** Nobody checked in, and the session is over. */
  | 'missed'
  /** An appointment of another day. */
  | 'come-on-day';

export interface Task {
  /** Stable while the thing is the same. */
  readonly taskId: string;
  readonly kind: TaskKind;
  /** later: something else comes first. */
  readonly state: 'now' | 'later' | 'done';
  /** The clinic, item or report in the hospital's own words. */
  readonly subject: string;
  readonly place: string | null;
  readonly placeId: string | null;
  readonly preparation: string | null;
  readonly costFen: Fen | null;
  readonly time: { readonly day: CalendarDay; readonly start: ClockTime; readonly end: ClockTime } | null;
  /** Epoch milliseconds before which it is too early. */
  readonly from: number | null;
  /** Epoch milliseconds after which it is too late. */
  readonly until: number | null;
  readonly appointmentId: string | null;
  readonly billId: string | null;
  readonly reportId: string | null;
}

export interface TaskAppointment {
  readonly appointmentId: string;
  readonly status: 'pending' | 'closing' | 'booked' | 'cancelled';
  readonly clinicName: string;
  readonly day: CalendarDay;
  readonly start: ClockTime;
  readonly end: ClockTime;
  readonly feeFen: Fen;
  readonly holdExpiresAt: number | null;
  readonly preparation: string | null;
  readonly room: TaskPlace;
  /** Where one checks in. */
  readonly desk: TaskPlace;
  /** The gate keeps the patient from this clinic, still at the time for which it is booked. */
  readonly barred: boolean;
  /** When one may check in, in epoch milliseconds; null where it is not to be asked. */
  readonly checkIn: { readonly opensAt: number; readonly closesAt: number } | null;
  /** Null before check-in. */
  readonly visit: EncounterState | null;
}

export interface TaskPlace {
  readonly place: string | null;
  readonly placeId: string | null;
}

export interface TaskLine extends TaskPlace {
  readonly orderId: string;
  readonly lineId: string;
  readonly appointmentId: string;
  readonly name: string;
  readonly category: 'laboratory' | 'imaging' | 'drug' | 'treatment';
  readonly preparation: string | null;
  readonly state: 'ordered' | 'executed' | 'not-done' | 'cancelled' | 'refunded';
  readonly paid: boolean;
  /** The last day on which it can be paid. */
  readonly payUntil: CalendarDay;
  readonly placedAt: number;
}

export interface TaskBill {
  readonly billId: string;
  readonly appointmentId: string;
  readonly state: 'open' | 'paid';
  readonly payUntil: CalendarDay;
  readonly totalFen: Fen;
  readonly at: number;
}

export interface TaskReport {
  readonly reportId: string;
  readonly name: string;
  readonly unread: boolean;
  readonly at: number;
}

/** Everything of one patient that may ask for something. */
export interface TaskSources {
  readonly gate: TaskGate;
  readonly appointments: readonly TaskAppointment[];
  readonly lines: readonly TaskLine[];
  readonly bills: readonly TaskBill[];
  readonly reports: readonly TaskReport[];
}

export interface TaskGate {
  /** Something was declared today. */
  readonly declared: boolean;
  /** Where a flag or the declaration of today sends the patient instead of the ordinary clinics; null: through. */
  readonly sentTo:
    | (TaskPlace & {
        readonly name: string;
        readonly outcome: FlagOutcome;
        /** Epoch milliseconds; from then on nothing is barred. */
        readonly until: number;
      })
    | null;
}

export const NO_TASK = {
  place: null,
  placeId: null,
  preparation: null,
  costFen: null,
  time: null,
  from: null,
  until: null,
  appointmentId: null,
  billId: null,
  reportId: null,
} as const;
