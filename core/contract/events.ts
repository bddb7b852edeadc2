import type { Fen } from '@core/domain/money';
import type { ContextName } from './index';
import type { WantedMessage } from './message';

/** What one context tells another. Stored with its cause, delivered at least once; handlers are idempotent. */
export interface Events {
  /** WeChat confirmed that the appointment's order is paid. */
  'payment-confirmed': {
    readonly appointmentId: string;
    readonly amountFen: Fen;
    readonly paidAt: number;
    /** Counted out at the window; absent: WeChat confirmed it. */
    readonly inCash?: boolean;
  };
  /** The appointment ended before it was paid: close its order, then say so. */
  'order-close-requested': {
    readonly appointmentId: string;
    readonly amountFen: Fen;
    readonly accountId: string;
  };
  /** The order can never be paid any more. */
  'order-closed': { readonly appointmentId: string };
  'refund-requested': {
    readonly appointmentId: string;
    readonly refundId: string;
    readonly amountFen: Fen;
    readonly rule: string;
  };
  'refund-progressed': {
    readonly appointmentId: string;
    readonly refundId: string;
    readonly state: 'accepted' | 'done' | 'failed' | 'needs-staff';
    readonly owner: string | null;
    readonly at: number;
  };
  /** The appointment no longer needs its seat nor its place among the caller's live appointments. */
  'appointment-ended': {
    readonly appointmentId: string;
    readonly sessionId: string;
    readonly seat: number;
    /** Which of the appointment's claims on a seat has ended. */
    readonly seatRound: number;
    readonly accountId: string;
    /** Counts towards the cool-down. */
    readonly lapsed: boolean;
    readonly at: number;
  };
  /** An appointment of today ended: who checked in for it waits no longer. */
  'visit-called-off': { readonly appointmentId: string };
  /** A paper invoice of the appointment's fee was printed, or no longer counts: refunds go another way (rule A6). */
  'invoice-changed': { readonly appointmentId: string; readonly printed: boolean; readonly at: number };
  /** A doctor ordered something: it has a bill. */
  'order-placed': { readonly orderId: string };
  /** A line was taken back or not done: an unpaid bill follows. */
  'order-changed': { readonly orderId: string };
  'bill-payment-confirmed': {
    readonly billId: string;
    readonly paymentId: string;
    readonly amountFen: Fen;
    readonly paidAt: number;
  };
  'bill-refund-requested': {
    readonly billId: string;
    readonly paymentId: string;
    readonly refundId: string;
    readonly amountFen: Fen;
    readonly rule: string;
  };
  'bill-refund-progressed': {
    readonly billId: string;
    readonly paymentId: string;
    readonly refundId: string;
    readonly state: 'accepted' | 'done' | 'failed' | 'needs-staff';
    readonly owner: string | null;
    readonly at: number;
  };
  /** A patient lets a relative act: the card goes on the relative's phone. */
  'consent-granted': { readonly consentId: string };
  'consent-revoked': { readonly consentId: string };
  /** A visit moved on: the booking remembers who came and who was seen. */
  'encounter-progressed': {
    readonly appointmentId: string;
    readonly state: 'arrived' | 'seen' | 'finished';
    readonly at: number;
  };
  /** A flag of the gate was set or cleared: every account that has this patient's card is to know. */
  'patient-flagged': { readonly patientId: string };
  /** Everything that a bill charged is paid. */
  'bill-paid': { readonly billId: string; readonly orderId: string; readonly at: number };
  /** The money of one line of an order went back. */
  'item-refunded': { readonly orderId: string; readonly lineId: string };
  /** An administrator agreed that a session does not take place. */
  'session-stop-approved': { readonly stopId: string; readonly sessionId: string };
  /** Somebody is to be told something; the same `messageId` is said once. */
  'message-wanted': WantedMessage;
  /** What these messages lead to was opened another way: they no longer count as unread. Some may never have been said. */
  'messages-answered': { readonly accountId: string; readonly messageIds: readonly string[] };
}

export type EventName = keyof Events;

/** Which context handles an event: one each, so that one acknowledgement is enough. */
export const subscriberOf = {
  'payment-confirmed': 'booking',
  'order-close-requested': 'billing',
  'order-closed': 'booking',
  'refund-requested': 'billing',
  'refund-progressed': 'booking',
  'appointment-ended': 'booking',
  'visit-called-off': 'visit',
  'invoice-changed': 'booking',
  'order-placed': 'billing',
  'order-changed': 'billing',
  'bill-payment-confirmed': 'billing',
  'bill-refund-requested': 'billing',
  'bill-refund-progressed': 'billing',
  'consent-granted': 'identity',
  'consent-revoked': 'identity',
  'encounter-progressed': 'booking',
  'patient-flagged': 'identity',
  'bill-paid': 'clinic',
  'item-refunded': 'clinic',
  'session-stop-approved': 'booking',
  'message-wanted': 'message',
  'messages-answered': 'message',
} as const satisfies Record<EventName, ContextName>;

/** The events that a context must handle. */
export type EventsFor<C extends ContextName> = {
  [Name in EventName]: (typeof subscriberOf)[Name] extends C ? Name : never;
}[EventName];
