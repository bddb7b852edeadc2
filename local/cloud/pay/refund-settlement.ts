import type { Clock } from '../clock/clock';
import type { Answers } from './answers';
import type { Callbacks } from './callbacks';
import { refundEvent } from './events';
import type { Ledger } from './ledger';
import type { Refund } from './records';

export interface SettlementOptions {
  ledger: Ledger;
  clock: Clock;
  answers: Answers;
  callbacks: Callbacks;
  appid: string;
}

/** Instant at which the next accepted refund comes to its end. */
export function nextRefund(ledger: Ledger): number | undefined {
  const times = ledger.processingRefunds().map(({ settlesAt }) => settlesAt);
  return times.length === 0 ? undefined : Math.min(...times);
}

/**
 * Brings refunds that are due to their end and tells of it. All at once, before anything is waited
 * for: a second call finds nothing left to settle.
 */
export async function settleRefunds({ ledger, clock, ...rest }: SettlementOptions): Promise<void> {
  const now = clock.now();
  const due = ledger.processingRefunds().filter(({ settlesAt }) => settlesAt <= now);
  await Promise.all(
    due.flatMap((one) => {
      const doneAt = one.settlesAs === 'SUCCESS' ? one.settlesAt : undefined;
      const done: Refund = { ...one, state: one.settlesAs, doneAt };
      return [ledger.saveRefund(done), tell(done, rest)];
    }),
  );
}

async function tell(
  done: Refund,
  { answers, callbacks, appid }: Omit<SettlementOptions, 'ledger' | 'clock'>,
): Promise<void> {
  const { functionName, subMchId } = done;
  if (functionName === undefined) return;
  const event = { ...answers.callbackHead({ appid, subMchId }), ...refundEvent(done) };
  await callbacks.enqueue({ functionName, event });
}
