import type { Decision } from '@core/domain/billing/refund-policy';
import { dayOf } from '@core/domain/calendar-day';
import { audited, COURIER_DELAY_MS, message, type WorkContext } from '../_kernel/call-context';
import type { AppointmentRecord } from '../_store/appointments';
import type { StoredMessage } from '../_store/outbox';

export interface Change {
  readonly next: AppointmentRecord;
  readonly messages: readonly StoredMessage[];
}

/** An unpaid hold closes its order first; anything else ends at once, with its refund on the way. */
export function cancelled(record: AppointmentRecord, decision: Decision, context: WorkContext): Change {
  return record.status === 'pending'
    ? closing(record, 'patient', context)
    : ended(record, { endedBy: 'patient', decision }, context);
}

/** An unpaid hold on its way to its end: it can still turn out to have been paid. */
export function closing(
  record: AppointmentRecord,
  endedBy: 'patient' | 'hospital',
  context: WorkContext,
): Change {
  const messages = [
    message(context, 'order-close-requested', {
      appointmentId: record._id,
      amountFen: record.feeFen,
      accountId: record.accountId,
    }),
  ];
  const next = { ...record, status: 'closing', endedBy } as const;
  return { next: withEffects(next, messages, context, 'UNPAID'), messages };
}

interface Ending {
  readonly endedBy: NonNullable<AppointmentRecord['endedBy']>;
  /** What is given back, and by which rule; null where nothing was paid. */
  readonly decision: Decision | null;
  /** The patient stands at the window, which may do what the phone may not. */
  readonly atWindow?: boolean;
}

/** The end of an appointment: it lets go of its seat and its keys, and asks for what is owed to the patient. */
export function ended(
  record: AppointmentRecord,
  { endedBy, decision, atWindow = false }: Ending,
  context: WorkContext,
): Change {
  const messages: StoredMessage[] = [
    message(context, 'appointment-ended', {
      appointmentId: record._id,
      sessionId: record.sessionId,
      seat: record.seat,
      seatRound: record.seatRound,
      accountId: record.accountId,
      lapsed: endedBy === 'lapse',
      at: context.now,
    }),
  ];
  // Only on the day itself can somebody have checked in.
  if (record.day === dayOf(context.now)) {
    messages.push(message(context, 'visit-called-off', { appointmentId: record._id }));
  }
  let next: AppointmentRecord = { ...record, status: 'cancelled', endedBy, liveKeys: [record._id] };
  if (decision && decision.amountFen > 0 && mayGoBack(decision, atWindow)) {
    const asked = refundOf(next, decision, context);
    messages.push(...asked.messages);
    next = asked.next;
  }
  return { next: withEffects(next, messages, context, decision?.rule ?? null), messages };
}

const mayGoBack = ({ outcome }: Decision, atWindow: boolean): boolean =>
  outcome === 'automatic' || (outcome === 'window' && atWindow);

/** Asks for what goes back, once: the number follows from the appointment. */
export function refundOf(
  record: AppointmentRecord,
  { rule, amountFen }: Decision,
  context: WorkContext,
): Change {
  const refundId = `${record._id}r1`;
  const asked = { appointmentId: record._id, refundId, amountFen, rule };
  return {
    next: {
      ...record,
      refund: { refundId, rule, amountFen, state: 'requested', owner: null, at: context.now },
    },
    messages: [message(context, 'refund-requested', asked)],
  };
}

export function withEffects(
  next: AppointmentRecord,
  messages: readonly StoredMessage[],
  context: WorkContext,
  rule: string | null,
): AppointmentRecord {
  return {
    ...next,
    audit: [...next.audit, audited(context, `appointment.${next.status}`, rule)],
    outbox: [...next.outbox, ...messages],
    outboxDueAt: context.now + COURIER_DELAY_MS,
  };
}
