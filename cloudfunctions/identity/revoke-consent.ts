import type { identity } from '@core/contract/identity';
import { revokeConsent as decideRevocation } from '@core/domain/identity/consent';
import { accept, refuse } from '@core/domain/result';
import { message } from '../_kernel/call-context';
import type { UseCase } from '../_kernel/serve';
import { signedInAccount } from '../_kernel/signed-in-account';
import { catalogue } from '../_store/catalog';
import { consents } from '../_store/consents';
import { changeMandate } from './change-mandate';
import { familyView } from './family-view';

/** From this write on the relative can do nothing; the card leaves their phone by an event. */
export const revokeConsent: UseCase<typeof identity.procedures.revokeConsent> = async (input, context) => {
  const account = await signedInAccount(context);
  if (!account) return refuse('SIGNED_OUT', null);
  const { consentId } = input;
  const target = { collection: 'consents' as const, repository: consents, id: consentId };
  const changed = await changeMandate(
    { target, command: { procedure: 'revokeConsent', input } },
    context,
    (consent) =>
      consent.revokedAt === null
        ? {
            next: { ...decideRevocation(consent, context.now), revokedBy: 'patient' as const },
            messages: [message(context, 'consent-revoked', { consentId })],
          }
        : { same: consent },
  );
  if (!changed.ok) return changed;
  const { rulePack } = await catalogue.current(context.now);
  return accept(await familyView(account, rulePack, context));
};
