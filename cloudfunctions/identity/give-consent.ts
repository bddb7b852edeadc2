import type { identity } from '@core/contract/identity';
import { accept, refuse } from '@core/domain/result';
import { consented } from '../_kernel/consented';
import type { UseCase } from '../_kernel/serve';
import { catalogue } from '../_store/catalog';
import { changeAccount } from './change-account';
import { meView } from './me-view';

/** Writes down that the caller agreed, to which version, and when. */
export const giveConsent: UseCase<typeof identity.procedures.giveConsent> = async (input, context) => {
  const { rulePack } = await catalogue.current(context.now);
  const { documentId, version } = input;
  const changed = await changeAccount({ procedure: 'giveConsent', input }, context, (account) => {
    if (!account.signedIn) return refuse('SIGNED_OUT', null);
    if (documentId !== rulePack.consent.id || version !== rulePack.consent.version) {
      return refuse('CONSENT_OUTDATED', null);
    }
    if (consented(account, rulePack.consent)) return { change: {} };
    const given = { documentId, version, givenAt: context.now, withdrawnAt: null };
    return { change: { consents: [...account.consents, given] } };
  });
  return changed.ok ? accept(await meView(changed.account, rulePack, context)) : changed;
};
