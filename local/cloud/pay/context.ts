import type { Caller } from '../identity/caller';
import type { Answers } from './answers';
import type { Ledger } from './ledger';
import type { PayFaults } from './pay-faults';
import type { Random } from './random';

/** What the payment interfaces work with. */
export interface PayContext {
  ledger: Ledger;
  answers: Answers;
  random: Random;
  appid: string;
  envId: string;
  now: () => number;
  /** On whose behalf the request comes. */
  caller: Caller | undefined;
  /** Virtual milliseconds between a refund's acceptance and its end. */
  refundDelayMs: number;
  /** What the provider keeps of a payment, in hundredths of a percent. */
  feeBasisPoints: number;
  faults: PayFaults;
  /** To be called after a refund was accepted. */
  refundAccepted: () => void;
}
