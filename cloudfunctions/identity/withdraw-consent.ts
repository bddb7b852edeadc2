import type { identity } from '@core/contract/identity';
import { accept, refuse } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { catalogue } from '../_store/catalog';
import { changeAccount } from './change-account';
import { endMandatesGiven } from './end-mandates';
import { liveBar } from './live-bar';
import { meView } from './me-view';

/**
 * Takes the consent back: nothing personal is used or shown until it is given again, and nobody acts for the patient by what
 * was allowed before.
 */
export const withdrawConsent: UseCase<typeof identity.procedures.withdrawConsent> = async (
  input,
  context,
) => {
  const changed = await changeAccount({ procedure: 'withdrawConsent', input }, context, async (account) => {
    if (!account.signedIn) return refuse('SIGNED_OUT', null);
    const bar = liveBar(account, null, context.now);
    if (bar) return bar;
    await endMandatesGiven(account, context);
    const consents = account.consents.map((one) => ({ ...one, withdrawnAt: one.withdrawnAt ?? context.now }));
    return { change: { consents } };
  });
  if (!changed.ok) return changed;
  const { rulePack } = await catalogue.current(context.now);
  return accept(await meView(changed.account, rulePack, context));
};
