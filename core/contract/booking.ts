import type { CalendarDay, ClockTime } from '@core/domain/calendar-day';
import type { Decision } from '@core/domain/billing/refund-policy';
import type { Fen } from '@core/domain/money';
import * as v from 'valibot';
import { anyone, caller, on } from './access';
import { closed, day, id, requestId, sessionId, text, time } from './fields';
import { defineContext, output, proceduresWith } from './procedure';
import type { FlagRefusal } from './visit-views';
import type { RefundBar } from './window-views';

export type SeatLevel = 'none' | 'full' | 'few' | 'many';
export type HalfDay = 'am' | 'pm';

export interface ClinicDay {
  readonly day: CalendarDay;
  readonly level: SeatLevel;
}

export interface ClinicDays {
  readonly clinicId: string;
  readonly name: string;
  readonly whoMayBook: string | null;
  readonly preparation: string | null;
  readonly days: readonly ClinicDay[];
}

export interface SessionSummary {
  readonly sessionId: string;
  readonly halfDay: HalfDay;
  readonly start: ClockTime;
  readonly end: ClockTime;
  readonly seatsLeft: number;
  readonly state: 'open' | 'full' | 'closed' | 'stopped';
}

/** A doctor on one day of one clinic. */
export interface DoctorCard {
  readonly practitionerId: string;
  readonly name: string;
  readonly initial: string;
  readonly title: string;
  readonly goodAt: string;
  readonly feeFen: Fen;
  readonly sessions: readonly SessionSummary[];
}

/** A half-hour. `left` counts seats of the online pool only. */
export interface SlotChoice {
  readonly start: ClockTime;
  readonly end: ClockTime;
  readonly left: number;
  readonly state: 'free' | 'full' | 'past';
}

export interface SessionSlots {
  readonly sessionId: string;
  readonly halfDay: HalfDay;
  readonly place: string;
  readonly feeFen: Fen;
  readonly state: SessionSummary['state'];
  readonly slots: readonly SlotChoice[];
}

export interface DoctorDay {
  readonly practitionerId: string;
  readonly name: string;
  readonly initial: string;
  readonly title: string;
  readonly goodAt: string;
  readonly clinicId: string;
  readonly clinicName: string;
  readonly day: CalendarDay;
  readonly sessions: readonly SessionSlots[];
}

/** Where else there is a seat: same doctor first, then the clinic's other doctors, each by nearness in time. */
export interface Alternative {
  readonly sessionId: string;
  readonly practitionerId: string;
  readonly practitionerName: string;
  readonly clinicId: string;
  readonly day: CalendarDay;
  readonly start: ClockTime;
  readonly end: ClockTime;
}

/** A rule of the hospital that a refusal quotes. */
export interface Clause {
  readonly clauseId: string;
  readonly version: string;
  readonly text: string;
}

export type AppointmentStatus =
  /** The seat is held and waits for payment until `expiresAt`. */
  | 'pending'
  /** Cancelled or lapsed; the open order is being closed before the seat is freed. */
  | 'closing'
  | 'booked'
  | 'cancelled';

export type PaymentState = 'none' | 'waiting' | 'confirming' | 'paid';

export interface RefundView {
  readonly amountFen: Fen;
  /** accepted: WeChat has it; failed: retried by itself; needs-staff: `owner` looks after it. */
  readonly state: 'requested' | 'accepted' | 'done' | 'failed' | 'needs-staff';
  readonly owner: string | null;
  readonly at: number;
}

/** Which rule decided about money, with what it needs to be told in plain words. */
export type RefundDecision = Decision;

export interface AppointmentView {
  readonly appointmentId: string;
  readonly status: AppointmentStatus;
  /** hospital: the session was stopped. */
  readonly endedBy: 'patient' | 'lapse' | 'no-seat' | 'hospital' | null;
  readonly patientId: string;
  readonly maskedPatientName: string;
  readonly practitionerId: string;
  readonly practitionerName: string;
  readonly practitionerTitle: string;
  readonly clinicId: string;
  readonly clinicName: string;
  readonly place: string;
  readonly day: CalendarDay;
  readonly start: ClockTime;
  readonly end: ClockTime;
  /** 序号: the seat's fixed place in its session; shown once booked. */
  readonly queueNumber: number;
  readonly feeFen: Fen;
  /** Until when the seat is held; null once booked or ended. */
  readonly expiresAt: number | null;
  readonly payment: PaymentState;
  readonly refund: RefundView | null;
  /** Where a late payment found another seat than the one chosen, the first choice. */
  readonly movedFrom: { readonly start: ClockTime; readonly end: ClockTime } | null;
  /** How far the visit has come; null before check-in. */
  readonly attendance: 'arrived' | 'seen' | 'finished' | null;
  readonly preparation: string | null;
  /** What cancelling now would do; null where nothing is left to cancel. */
  readonly cancellation: RefundDecision | null;
  readonly createdAt: number;
}

/** A seat that a doctor added, as the doctor sees it. */
export interface AddOnSeat {
  readonly appointmentId: string;
  readonly maskedPatientName: string;
  readonly start: ClockTime;
  readonly end: ClockTime;
  readonly queueNumber: number;
  readonly feeFen: Fen;
  /** Until when it waits for its payment; null where it costs nothing. */
  readonly expiresAt: number | null;
}

/** One half-day of a doctor. */
export interface DoctorTime extends SessionSummary {
  readonly clinicId: string;
  readonly clinicName: string;
  readonly day: CalendarDay;
  readonly place: string;
  readonly feeFen: Fen;
}

export interface BookingRefusals {
  SIGNED_OUT: null;
  CONSENT_MISSING: null;
  SLOT_FULL: { readonly alternatives: readonly Alternative[] };
  SESSION_STOPPED: { readonly alternatives: readonly Alternative[] };
  /** Before the release time or beyond the horizon. */
  NOT_YET_ON_SALE: { readonly clause: Clause; readonly opensAt: number };
  /** Too close to the start, or past. */
  SALE_CLOSED: { readonly clause: Clause; readonly alternatives: readonly Alternative[] };
  TOO_MANY_HOLDS: { readonly clause: Clause; readonly appointmentId: string; readonly maximum: number };
  COOLING_DOWN: { readonly clause: Clause; readonly until: number };
  ALREADY_BOOKED_WITH_DOCTOR: { readonly clause: Clause; readonly appointmentId: string | null };
  OVERLAPS: { readonly clause: Clause; readonly appointmentId: string | null };
  /** The patient has as many live appointments as the hospital allows. */
  LIMIT_REACHED: { readonly clause: Clause; readonly maximum: number };
  AGE_NOT_ACCEPTED: { readonly clause: Clause };
  SEX_NOT_ACCEPTED: { readonly clause: Clause };
  /** Cancelling is no longer possible here; the decision says where and why. */
  CANCEL_REFUSED: { readonly decision: RefundDecision; readonly clause: Clause };
  /** The rule changed between showing and tapping: look again. */
  DECISION_CHANGED: { readonly decision: RefundDecision };
  ALREADY_ENDED: null;
  /** The gate sent this patient elsewhere: no ordinary clinic until then, and where to go instead. */
  FLAGGED: FlagRefusal;
  REFUND_REFUSED: RefundBar;
  SESSION_OVER: null;
  /** The doctor has added as many seats to this session as the hospital allows. */
  ADD_ON_LIMIT: { readonly clause: Clause; readonly maximum: number };
  PATIENT_UNKNOWN: null;
  /** Nobody has this patient's card on a phone: the window adds the seat. */
  NOT_ON_PHONE: null;
}

const { command, query } = proceduresWith<BookingRefusals>();

/** From a clinic to a held seat, and back. */
export const booking = defineContext({
  name: 'booking',
  procedures: {
    listClinicDays: query({
      access: anyone,
      input: closed({ clinicId: id }),
      output: output<ClinicDays>(),
      errors: [],
    }),
    listDoctors: query({
      access: anyone,
      input: closed({ clinicId: id, day }),
      output: output<readonly DoctorCard[]>(),
      errors: [],
    }),
    listSlots: query({
      access: anyone,
      input: closed({ practitionerId: id, clinicId: id, day }),
      output: output<DoctorDay>(),
      errors: [],
    }),
    bookSlot: command({
      access: on('patient', 'patientId', { patient: true, relative: 'book', volunteer: 'book' }),
      /** `acceptNearby`: a payment that arrives after the hold ended may take a neighbouring half-hour of the session. */
      input: closed({ requestId, patientId: id, sessionId, start: time, acceptNearby: v.boolean() }),
      output: output<AppointmentView>(),
      errors: [
        'SIGNED_OUT',
        'CONSENT_MISSING',
        'SLOT_FULL',
        'SESSION_STOPPED',
        'NOT_YET_ON_SALE',
        'SALE_CLOSED',
        'TOO_MANY_HOLDS',
        'COOLING_DOWN',
        'ALREADY_BOOKED_WITH_DOCTOR',
        'OVERLAPS',
        'LIMIT_REACHED',
        'AGE_NOT_ACCEPTED',
        'SEX_NOT_ACCEPTED',
        'FLAGGED',
      ],
    }),
    getAppointment: query({
      access: on('appointment', 'appointmentId', {
        patient: true,
        relative: 'book',
        volunteer: 'book',
        doctor: 'own',
        nurse: 'any',
        window: 'any',
      }),
      input: closed({ appointmentId: id }),
      output: output<AppointmentView>(),
      errors: ['SIGNED_OUT'],
    }),
    listAppointments: query({
      access: caller,
      input: closed({}),
      output: output<readonly AppointmentView[]>(),
      errors: ['SIGNED_OUT'],
    }),
    /** `rule` is the one the patient read before confirming. */
    cancelAppointment: command({
      access: on('appointment', 'appointmentId', { patient: true, relative: 'book' }),
      input: closed({ requestId, appointmentId: id, rule: id }),
      output: output<AppointmentView>(),
      errors: ['SIGNED_OUT', 'CANCEL_REFUSED', 'DECISION_CHANGED', 'ALREADY_ENDED'],
    }),
    /** A seat beyond the session's own, for whoever has this number or pass; it is paid for like any other. */
    grantAddOn: command({
      access: on('session', 'sessionId', { doctor: 'own' }),
      input: closed({ requestId, sessionId, code: text(40) }),
      output: output<AddOnSeat>(),
      errors: [
        'SESSION_STOPPED',
        'SESSION_OVER',
        'ADD_ON_LIMIT',
        'PATIENT_UNKNOWN',
        'NOT_ON_PHONE',
        'CONSENT_MISSING',
        'FLAGGED',
        'ALREADY_BOOKED_WITH_DOCTOR',
        'OVERLAPS',
        'AGE_NOT_ACCEPTED',
        'SEX_NOT_ACCEPTED',
      ],
    }),
    /** A doctor's half-days of the coming days that can be booked, with their seats. */
    listDoctorTimes: query({
      access: anyone,
      input: closed({ practitionerId: id }),
      output: output<readonly DoctorTime[]>(),
      errors: [],
    }),
    /** The window gives a registration back, by the rule that it read out, and takes the paper in the same act. */
    cancelAtWindow: command({
      access: on('appointment', 'appointmentId', { window: 'any' }),
      input: closed({ requestId, appointmentId: id, rule: id }),
      output: output<null>(),
      errors: ['REFUND_REFUSED', 'DECISION_CHANGED', 'ALREADY_ENDED'],
    }),
  },
});
