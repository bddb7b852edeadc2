import type { Fen } from '@core/domain/money';
import type { ContextName } from './index';
import type { WantedMessage } from './message';

/** What one context tells another. Stored with its cause, delivered at least once; handlers are idempotent. */
export interface Events {
  /** WeChat confirmed that the appointment's order is paid. */
  'payment-confirmed': { readonly appointmentId: string; readonly amountFen: Fen; readonly paidAt: number };
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
  /** Somebody is to be told something; the same `messageId` is said once. */
  'message-wanted': WantedMessage;
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
  'message-wanted': 'message',
} as const satisfies Record<EventName, ContextName>;

/** The events that a context must handle. */
export type EventsFor<C extends ContextName> = {
  [Name in EventName]: (typeof subscriberOf)[Name] extends C ? Name : never;
}[EventName];
