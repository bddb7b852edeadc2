import { revokeConsent } from '@core/domain/identity/consent';
import { audited, COURIER_DELAY_MS, message, type WorkContext } from '../_kernel/call-context';
import { CHANGED, untilSaved } from '../_kernel/retry';
import { consents, type FamilyConsent } from '../_store/consents';

/** Ends a consent that lost its ground: a card that was taken off, an account that was deleted. Repeating it changes nothing. */
export function endConsent(
  consentId: string,
  revokedBy: NonNullable<FamilyConsent['revokedBy']>,
  context: WorkContext,
): Promise<void> {
  return untilSaved(async (): Promise<undefined | typeof CHANGED> => {
    const consent = await consents.findById(consentId);
    if (!consent || consent.revokedAt !== null) return;
    const messages = [message(context, 'consent-revoked', { consentId })];
    const next: FamilyConsent = {
      ...revokeConsent(consent, context.now),
      revokedBy,
      audit: [...consent.audit, audited(context, 'identity.endConsent', revokedBy)],
      outbox: [...consent.outbox, ...messages],
      outboxDueAt: context.now + COURIER_DELAY_MS,
    };
    if (!(await consents.replace(next))) return CHANGED;
    context.posted({ collection: 'consents', documentId: consentId, messages });
    return undefined;
  });
}
