import type { AppointmentView, RefundDecision } from '@core/contract/booking';
import { cancellationWords, type CancellationWords } from './cancellation-words';

/** An appointment that the patient thinks of cancelling, with the rule that is on the screen. */
export interface Cancelling {
  readonly appointmentId: string;
  readonly rule: RefundDecision['rule'];
  readonly words: CancellationWords;
}

const ANY_WINDOW = '人工窗口';

/** @param decision the one to read; a newer one where the rule changed meanwhile. */
export function cancellingOf(
  appointment: AppointmentView,
  decision: RefundDecision,
  { window, now }: { readonly window: string | null; readonly now: number },
): Cancelling {
  return {
    appointmentId: appointment.appointmentId,
    rule: decision.rule,
    words: cancellationWords({ decision, subject: appointment, window: window ?? ANY_WINDOW, now }),
  };
}
