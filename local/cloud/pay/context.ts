import type { Caller } from '../identity/caller';
import type { Ledger } from './ledger';

/** What the payment interfaces work with. */
export interface PayContext {
  ledger: Ledger;
  appid: string;
  envId: string;
  now: () => number;
  /** On whose behalf the request comes. */
  caller: Caller | undefined;
  /** Virtual milliseconds between a refund's acceptance and its end. */
  refundDelayMs: number;
  /** Whether the next refund is to end as CHANGE. */
  refundEndsAbnormal: () => boolean;
  /** To be called after a refund was accepted. */
  refundAccepted: () => void;
}
