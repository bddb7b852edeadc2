import type { identity } from '@core/contract/identity';
import { accept } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { catalogue } from '../_store/catalog';
import { changeAccount } from './change-account';
import { meView } from './me-view';

/** Back after signing out. WeChat says who it is; nothing is typed. */
export const signIn: UseCase<typeof identity.procedures.signIn> = async (input, context) => {
  const changed = await changeAccount({ procedure: 'signIn', input }, context, () => ({
    change: { signedIn: true },
  }));
  if (!changed.ok) return changed;
  const { rulePack } = await catalogue.current(context.now);
  return accept(await meView(changed.account, rulePack, context));
};
