import type { AppointmentView, RefundDecision } from '@core/contract/booking';
import { api } from '../api';
import { createCommand } from '../command';
import type { Refused } from '../error-text';
import { hospitalKept } from '../hospital';
import { cancellingOf, type Cancelling } from './cancelling';

const cancelAppointment = createCommand(api.booking.cancelAppointment);

/** What became of a tap on the sheet's button. */
export type CancelOutcome =
  | { readonly ok: true; readonly kind: 'cancelled'; readonly appointment: AppointmentView }
  /** The rule changed between reading and tapping: these are the words to read now. */
  | { readonly ok: true; readonly kind: 'changed'; readonly cancelling: Cancelling }
  | Refused;

export const CHANGED_NOTE = '规则刚刚变了，还没有取消。请再看一遍。';

/** The sheet's words for an appointment, by `decision`; null where nothing is left to cancel. */
export function offerCancelling(
  appointment: AppointmentView,
  decision: RefundDecision | null = appointment.cancellation,
): Cancelling | null {
  if (decision === null) return null;
  return cancellingOf(appointment, decision, {
    window: hospitalKept()?.organization.windowPlace ?? null,
    now: Date.now(),
  });
}

/** Cancels by the very rule that the patient read. */
export async function cancel(appointment: AppointmentView, { rule }: Cancelling): Promise<CancelOutcome> {
  const answer = await cancelAppointment({ appointmentId: appointment.appointmentId, rule });
  if (answer.ok) return { ok: true, kind: 'cancelled', appointment: answer.value };
  if (answer.error === 'DECISION_CHANGED') {
    const cancelling = offerCancelling(appointment, answer.detail.decision);
    if (cancelling !== null) return { ok: true, kind: 'changed', cancelling };
  }
  return answer;
}
