import type { identity } from '@core/contract/identity';
import { accept, refuse } from '@core/domain/result';
import { consented } from '../_kernel/consented';
import type { UseCase } from '../_kernel/serve';
import { catalogue } from '../_store/catalog';
import { changeAccount } from './change-account';
import { meView } from './me-view';

/** Whose card is on top. */
export const setDefaultPatient: UseCase<typeof identity.procedures.setDefaultPatient> = async (
  input,
  context,
) => {
  const { rulePack } = await catalogue.current(context.now);
  const changed = await changeAccount({ procedure: 'setDefaultPatient', input }, context, (account) => {
    if (!account.signedIn) return refuse('SIGNED_OUT', null);
    if (!consented(account, rulePack.consent)) return refuse('CONSENT_MISSING', null);
    const isBound = account.bindings.some(({ patientId }) => patientId === input.patientId);
    return isBound ? { change: { defaultPatientId: input.patientId } } : refuse('NOT_FOUND', null);
  });
  return changed.ok ? accept(await meView(changed.account, rulePack, context)) : changed;
};
