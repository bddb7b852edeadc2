import type { Fen } from '@core/domain/money';
import type { BillLine, CategorySum } from '@core/domain/billing/bill';
import type { BillStanding } from '@core/domain/billing/bill-validity';
import type { LineState } from '@core/domain/clinic/order';
import type { CalendarDay, ClockTime } from '@core/domain/calendar-day';
import type { RefundView } from './booking';

/** What `wx.requestPayment` takes, as WeChat signed it. */
export interface PaymentRequest {
  readonly timeStamp: string;
  readonly nonceStr: string;
  readonly package: string;
  readonly signType: 'MD5' | 'HMAC-SHA256' | 'RSA';
  readonly paySign: string;
}

export interface OpenedOrder {
  readonly payment: PaymentRequest;
  readonly amountFen: Fen;
  /** The order closes then; earlier than the hold of an appointment. */
  readonly expiresAt: number;
}

/** An order of one's own for a bill, whoever else may have opened one before. */
export interface OpenedBillOrder extends OpenedOrder {
  readonly paymentId: string;
}

export interface PaymentProgress {
  /**
   * waiting: nothing paid that we know of; confirming: the phone said so or WeChat is being asked;
   * paid: WeChat confirmed it; closed: the order can no longer be paid.
   */
  readonly state: 'waiting' | 'confirming' | 'paid' | 'closed';
}

/** The code that whoever pays scans; it can be shown until `expiresAt`. */
export interface BillCode {
  readonly code: string;
  readonly expiresAt: number;
  readonly totalFen: Fen;
  readonly maskedPatientName: string;
}

/** What a code shows to anybody who holds it: never what was ordered, never an id. */
export interface BillByCode {
  readonly hospitalName: string;
  readonly maskedPatientName: string;
  readonly totalFen: Fen;
  readonly categories: readonly CategorySum[];
  readonly day: CalendarDay;
  readonly expiresAt: number;
}

/** A registration fee that waits for payment: what somebody who may only pay must know of it. */
export interface FeeDue {
  readonly appointmentId: string;
  readonly patientId: string;
  readonly maskedPatientName: string;
  readonly clinicName: string;
  readonly day: CalendarDay;
  readonly start: ClockTime;
  readonly end: ClockTime;
  readonly feeFen: Fen;
  /** Until when the seat is held. */
  readonly expiresAt: number;
}

export interface BillSummary {
  readonly billId: string;
  readonly orderId: string;
  readonly appointmentId: string;
  readonly patientId: string;
  readonly maskedPatientName: string;
  readonly practitionerName: string;
  readonly clinicName: string;
  readonly day: CalendarDay;
  readonly placedAt: number;
  readonly state: BillStanding;
  /** The last day on which it can be paid. */
  readonly payUntil: CalendarDay;
  /** What it costs: of a bill that was paid, what the hospital was owed. */
  readonly totalFen: Fen;
  /** What was charged, more than the total where something was taken back in that moment; 0 while nobody paid. */
  readonly paidFen: Fen;
  readonly refundedFen: Fen;
  readonly categories: readonly CategorySum[];
  readonly paidAt: number | null;
  /** Who paid; null while nobody did. */
  readonly payer: 'you' | 'other' | 'window' | null;
}

export interface BillLineView extends BillLine {
  /** Where it is done or handed out; null where its order is no longer there. */
  readonly placeId: string | null;
  /** How far it has come; released: doctor and desk have both let go of it, so that its money may go back (A10). */
  readonly progress: LineState | 'released' | null;
  readonly refund: RefundView | null;
}

export interface BillView extends BillSummary {
  readonly lines: readonly BillLineView[];
  /** What was charged too much and goes back by itself; null where nothing was. */
  readonly excess: RefundView | null;
  readonly invoicePrinted: boolean;
  /** The last day on which the window gives back what was not done. */
  readonly refundUntil: CalendarDay;
}

/** What a payer keeps, also one who does not know the patient. */
export interface Receipt {
  readonly paymentId: string;
  readonly state: PaymentProgress['state'];
  readonly maskedPatientName: string;
  readonly amountFen: Fen;
  readonly categories: readonly CategorySum[];
  readonly paidAt: number | null;
  readonly refundedFen: Fen;
  /** All of that has arrived. */
  readonly isBack: boolean;
  /** Somebody else had paid already: all of it goes back (rule A8). */
  readonly isDuplicate: boolean;
}
