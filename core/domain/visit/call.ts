import { accept, refuse, type Result } from '../result';
import type { EncounterState } from './encounter';
import type { Standing } from './queue';

export interface CallBars {
  NOBODY_WAITS: null;
  /** Somebody was called and has neither come nor been passed. */
  CALL_OPEN: { readonly encounterId: string };
  /** Calling another one than the first wants a reason, which is recorded. */
  SKIP_NEEDS_REASON: { readonly firstEncounterId: string };
  NOT_WAITING: null;
}

/** A doctor's wish: the next one, or a certain one with the reason for it. */
export interface CallWish {
  readonly encounterId: string | null;
  readonly reason: string | null;
}

/** Whom to call. Nobody is passed over without a recorded reason. */
export function decideCall(
  queue: readonly Standing[],
  others: readonly { readonly encounterId: string; readonly state: EncounterState }[],
  wish: CallWish,
): Result<{ readonly encounterId: string; readonly skipped: number }, CallBars> {
  const open = others.find(({ state }) => state === 'called');
  if (open) return refuse('CALL_OPEN', { encounterId: open.encounterId });
  const [first] = queue;
  if (!first) return refuse('NOBODY_WAITS', null);
  const wanted = wish.encounterId ?? first.encounterId;
  const place = queue.findIndex(({ encounterId }) => encounterId === wanted);
  if (place === -1) return refuse('NOT_WAITING', null);
  if (place > 0 && (wish.reason ?? '').trim() === '') {
    return refuse('SKIP_NEEDS_REASON', { firstEncounterId: first.encounterId });
  }
  return accept({ encounterId: wanted, skipped: place });
}
