import type { CalendarDay, ClockTime } from '@core/domain/calendar-day';
import type { AdmissionState } from '@core/domain/clinic/admission';
import type { Desk, LineState, OrderCategory } from '@core/domain/clinic/order';
import type { StopState } from '@core/domain/clinic/stop';
import type { Fen } from '@core/domain/money';

/** Something of the hospital's price list that a doctor can order. */
export interface ServiceItem {
  readonly itemId: string;
  readonly name: string;
  readonly category: OrderCategory;
  readonly desk: Desk;
  /** Price of one `unit`. */
  readonly feeFen: Fen;
  /** 次, 盒, 支… */
  readonly unit: string;
  readonly placeId: string;
  readonly preparation: string | null;
}

export interface OrderLineView {
  readonly lineId: string;
  readonly itemId: string;
  readonly name: string;
  readonly category: OrderCategory;
  readonly desk: Desk;
  /** Price of one piece. */
  readonly feeFen: Fen;
  readonly quantity: number;
  readonly placeId: string;
  readonly preparation: string | null;
  readonly state: LineState;
  readonly paid: boolean;
  /** Why the doctor took it back, and why the desk did not do it. */
  readonly cancelReason: string | null;
  readonly notDoneReason: string | null;
  /** Until when its desk may still say that "done" was a mistake; null for what is not done. */
  readonly undoUntil: number | null;
}

export interface OrderView {
  readonly orderId: string;
  /** Its bill; there is none where nothing of it costs anything. */
  readonly billId: string;
  readonly appointmentId: string;
  readonly patientId: string;
  readonly maskedPatientName: string;
  readonly practitionerName: string;
  readonly clinicName: string;
  readonly day: CalendarDay;
  readonly placedAt: number;
  readonly lines: readonly OrderLineView[];
}

/** What a doctor sees of the patient in front of them. */
export interface PatientSummary {
  readonly appointmentId: string;
  readonly patientId: string;
  readonly maskedName: string;
  readonly gender: 'male' | 'female';
  readonly ageYears: number;
  /** What the patient declared at the gate today; null where nothing is on record. */
  readonly gate: { readonly outcome: string; readonly at: number } | null;
  /** Allergies as a doctor last wrote them down; null where nobody has asked yet. */
  readonly allergies: { readonly text: string; readonly at: number } | null;
  /** Null where the patient took back the consent by which earlier visits may be shown. */
  readonly history: PatientHistory | null;
}

export interface PatientHistory {
  readonly visits: readonly {
    readonly appointmentId: string;
    readonly day: CalendarDay;
    readonly clinicName: string;
    readonly practitionerName: string;
  }[];
  readonly reports: readonly {
    readonly reportId: string;
    readonly name: string;
    readonly at: number;
    readonly abnormal: boolean;
  }[];
}

/** A patient found by number, as little of them as is needed to be sure. */
export interface FoundPatient {
  readonly patientId: string;
  readonly maskedName: string;
  readonly gender: 'male' | 'female';
  readonly ageYears: number;
  /** Whether somebody looks after this person's card on a phone: without one nobody could pay or be told. */
  readonly onPhone: boolean;
  /** The latest visit to the caller; null where the person never was the caller's patient. */
  readonly ownAppointmentId: string | null;
}

export interface AdmissionView {
  readonly admissionId: string;
  readonly patientId: string;
  readonly maskedPatientName: string;
  readonly practitionerName: string;
  readonly ward: string;
  readonly placeId: string;
  /** Why, in the doctor's words. */
  readonly reason: string;
  readonly plannedDay: CalendarDay;
  readonly state: AdmissionState;
  /** The bed once there is one. */
  readonly bed: string | null;
  readonly note: string | null;
  readonly steps: readonly { readonly state: AdmissionState; readonly at: number }[];
}

/** One of the caller's half-days. */
export interface OwnSession {
  readonly sessionId: string;
  readonly clinicName: string;
  readonly day: CalendarDay;
  readonly halfDay: 'am' | 'pm';
  readonly start: ClockTime;
  readonly end: ClockTime;
  readonly place: string;
  readonly status: 'open' | 'stopped';
  /** Seats given out, of those that there are, the added ones left out. */
  readonly taken: number;
  readonly capacity: number;
  readonly addOns: { readonly granted: number; readonly maximum: number };
  /** The request to stop it that is waiting or was carried out. */
  readonly stopId: string | null;
}

export interface AffectedVisit {
  readonly appointmentId: string;
  readonly maskedPatientName: string;
  readonly start: ClockTime;
  readonly queueNumber: number;
  readonly paidFen: Fen;
  /**
   * waiting: nothing done yet; told: ended and told; refunding, refunded: the money is on its way or back; owed: it was paid
   * in cash and lies ready at the window.
   */
  readonly progress: 'waiting' | 'told' | 'refunding' | 'refunded' | 'owed';
  /** Nobody who cares for them has this service on a phone: somebody must call. */
  readonly unreached: boolean;
}

export interface StopView {
  readonly stopId: string;
  readonly sessionId: string;
  readonly practitionerName: string;
  readonly clinicName: string;
  readonly day: CalendarDay;
  readonly halfDay: 'am' | 'pm';
  readonly start: ClockTime;
  readonly end: ClockTime;
  readonly place: string;
  readonly reason: string;
  readonly state: StopState;
  /** What the administrator said with the decision. */
  readonly note: string | null;
  readonly requestedAt: number;
  readonly decidedAt: number | null;
  readonly affected: readonly AffectedVisit[];
}
