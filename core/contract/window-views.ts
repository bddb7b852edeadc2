import type { BillStanding } from '@core/domain/billing/bill-validity';
import type { InvoiceAct, InvoiceState } from '@core/domain/billing/invoice';
import type { Decision } from '@core/domain/billing/refund-policy';
import type { MissingStep, WindowWay } from '@core/domain/billing/window-steps';
import type { CalendarDay, ClockTime } from '@core/domain/calendar-day';
import type { Fen } from '@core/domain/money';
import type { BillLineView } from './billing-views';
import type { AppointmentStatus, Clause, RefundView } from './booking';

/** A person as the window sees them. */
export interface WindowPatient {
  readonly patientId: string;
  readonly maskedName: string;
  readonly gender: 'male' | 'female';
  readonly ageYears: number;
  /** The number by which they were found or are usually called. */
  readonly maskedNumber: string;
}

/** What the rules say of giving money back here and now, in the hospital's words, and what is still to be done. */
export interface WindowDecision extends WindowWay {
  readonly decision: Decision;
  readonly clause: Clause | null;
}

/** Why the window may not give money back: the rule, or what has to be done first. */
export interface RefundBar {
  readonly decision: Decision;
  readonly clause: Clause | null;
  readonly missing: readonly MissingStep[];
}

export interface InvoiceView {
  readonly state: InvoiceState;
  /** Printed on the paper; null before the first. */
  readonly number: string | null;
  readonly copies: number;
  /** What may be done with it now. */
  readonly acts: readonly InvoiceAct[];
}

/** How something was paid. */
export interface WindowPayment {
  readonly channel: 'wechat' | 'cash';
  readonly amountFen: Fen;
  readonly paidAt: number;
  readonly refundedFen: Fen;
  readonly invoice: InvoiceView;
}

export interface WindowRegistration {
  readonly appointmentId: string;
  readonly status: AppointmentStatus;
  readonly clinicName: string;
  readonly practitionerName: string;
  readonly day: CalendarDay;
  readonly start: ClockTime;
  readonly end: ClockTime;
  readonly queueNumber: number;
  readonly feeFen: Fen;
  readonly payment: WindowPayment | null;
  readonly refund: RefundView | null;
  /** Null where nothing is left to give back. */
  readonly refunding: WindowDecision | null;
  /** What can be taken in cash now; 0 where nothing. */
  readonly cashFen: Fen;
}

export interface WindowBillLine extends BillLineView {
  readonly refunding: WindowDecision | null;
}

export interface WindowBill {
  readonly billId: string;
  readonly practitionerName: string;
  readonly clinicName: string;
  readonly day: CalendarDay;
  readonly state: BillStanding;
  /** The last day on which it can be paid. */
  readonly payUntil: CalendarDay;
  readonly totalFen: Fen;
  readonly lines: readonly WindowBillLine[];
  /** What was charged too much and goes back; null where nothing was. */
  readonly excess: RefundView | null;
  readonly payment: WindowPayment | null;
  readonly cashFen: Fen;
}

/** A refund that does not get on by itself: somebody at the window looks after it. Names nobody. */
export interface StuckRefund {
  readonly paymentId: string;
  readonly refundId: string;
  readonly kind: 'registration' | 'bill';
  /** Whose file says more; null where the payment names nobody. */
  readonly patientId: string | null;
  readonly channel: 'wechat' | 'cash';
  readonly amountFen: Fen;
  readonly owner: string | null;
  /** Since when it waits for a person. */
  readonly since: number;
  /** How often WeChat could not send it. */
  readonly tries: number;
}

/** Everything of one person that is about money, for the window's one screen. */
export interface WindowFile {
  readonly patient: WindowPatient;
  readonly registrations: readonly WindowRegistration[];
  readonly bills: readonly WindowBill[];
}
