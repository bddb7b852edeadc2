import { MINUTE_MS } from '@core/domain/calendar-day';
import { mayPair } from '@core/domain/identity/pairing-code';
import { accept, refuse } from '@core/domain/result';
import type { CallContext } from '../_kernel/call-context';
import { attempts } from '../_store/attempts';
import { mandateRules } from '../_store/mandate-rules';
import { pairingCodes, type PairingKind } from '../_store/pairing-codes';

/** The code another phone shows. Every search is counted and given back where it was rightful: what remains are guesses. */
export async function findPairingCode(kind: PairingKind, digits: string, context: CallContext) {
  const { accountId } = context.caller;
  const { codeTriesPerHour } = await mandateRules.current(context.now);
  const limit = { maximum: codeTriesPerHour, windowMs: 60 * MINUTE_MS };
  const barred = await attempts.take(`pairing ${accountId}`, limit, context.now);
  if (barred) return refuse('TOO_MANY_ATTEMPTS', barred);

  const code = await pairingCodes.find(kind, digits);
  if (code) await attempts.giveBack(`pairing ${accountId}`);
  const decision = mayPair(code, accountId, context.now);
  if (!decision.ok) return decision;
  return code ? accept(code) : refuse('PAIRING_UNKNOWN', null);
}
