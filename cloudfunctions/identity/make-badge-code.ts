import type { identity } from '@core/contract/identity';
import { MINUTE_MS } from '@core/domain/calendar-day';
import { accept } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { mandateRules } from '../_store/mandate-rules';
import { pairingCodes } from '../_store/pairing-codes';

/** The code by which the window knows which volunteer stands there with a patient. */
export const makeBadgeCode: UseCase<typeof identity.procedures.makeBadgeCode> = async (
  { requestId },
  context,
) => {
  const { now } = context;
  const { assistance } = await mandateRules.current(now);
  const expiresAt = now + assistance.badgeCodeMinutes * MINUTE_MS;
  const { accountId } = context.caller;
  return accept(await pairingCodes.make({ kind: 'badge', accountId, requestId, expiresAt, now }));
};
