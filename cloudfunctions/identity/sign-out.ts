import type { identity } from '@core/contract/identity';
import { accept } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { changeAccount } from './change-account';

/** From now on nothing personal is answered to this WeChat user until they sign in again. */
export const signOut: UseCase<typeof identity.procedures.signOut> = async (input, context) => {
  const changed = await changeAccount({ procedure: 'signOut', input }, context, () => ({
    change: { signedIn: false },
  }));
  return changed.ok ? accept(null) : changed;
};
