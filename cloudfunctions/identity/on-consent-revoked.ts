import type { Events } from '@core/contract/events';
import { audited, COURIER_DELAY_MS, type WorkContext } from '../_kernel/call-context';
import { CHANGED, untilSaved } from '../_kernel/retry';
import { accounts, type Account } from '../_store/accounts';
import { consents } from '../_store/consents';
import { withFlag } from './known-flags';

/** Takes the patient's card off the relative's phone, unless the patient has agreed anew meanwhile. */
export async function onConsentRevoked(
  { consentId }: Events['consent-revoked'],
  context: WorkContext,
): Promise<void> {
  await untilSaved(async () => {
    const consent = await consents.findById(consentId);
    if (!consent || consent.revokedAt === null) return;
    const account = await accounts.findById(consent.relativeAccountId);
    const isCard = (binding: Account['bindings'][number]) =>
      binding.patientId === consent.patientId && binding.relationship === 'relative';
    if (!account?.bindings.some(isCard)) return;
    const bindings = account.bindings.filter((binding) => !isCard(binding));
    const wasDefault = account.defaultPatientId === consent.patientId;
    const next: Account = {
      ...account,
      bindings,
      flagged: withFlag(account.flagged, consent.patientId, null),
      defaultPatientId: wasDefault ? (bindings[0]?.patientId ?? null) : account.defaultPatientId,
      audit: [
        ...account.audit,
        {
          ...audited(context, 'identity.unbindRelative'),
          patientId: consent.patientId,
          mandateId: consentId,
        },
      ],
      outboxDueAt: context.now + COURIER_DELAY_MS,
    };
    return (await accounts.replace(next)) ? undefined : CHANGED;
  });
}
