import { stillLive } from '@core/domain/booking/may-book';
import { refuse } from '@core/domain/result';
import type { Account } from '../_store/accounts';

/** A refusal while appointments still depend on what is to be taken away; null where none does. */
export function liveBar(account: Account, patientId: string | null, now: number) {
  const live = stillLive(account.live, now).filter(
    (one) => patientId === null || one.patientId === patientId,
  );
  return live.length > 0 ? refuse('LIVE_APPOINTMENTS', { count: live.length }) : null;
}
