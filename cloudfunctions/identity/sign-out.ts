import type { identity } from '@core/contract/identity';
import { accept } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { changeAccount } from './change-account';
import { endAssistancesOf } from './end-mandates';

/** From now on nothing personal is answered to this WeChat user until they sign in again; help that was running ends. */
export const signOut: UseCase<typeof identity.procedures.signOut> = async (input, context) => {
  const changed = await changeAccount({ procedure: 'signOut', input }, context, async (account) => {
    await endAssistancesOf(account, context);
    return { change: { signedIn: false } };
  });
  return changed.ok ? accept(null) : changed;
};
