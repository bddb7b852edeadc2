import type { identity } from '@core/contract/identity';
import { accept } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { accounts, newAccount } from '../_store/accounts';
import { catalogue } from '../_store/catalog';
import { meView } from './me-view';

/** The caller: signed in or not, consent, phone and patient cards. */
export const getMe: UseCase<typeof identity.procedures.getMe> = async (_input, context) => {
  const [account, { rulePack }] = await Promise.all([
    accounts.findById(context.caller.accountId),
    catalogue.current(context.now),
  ]);
  return accept(await meView(account ?? newAccount(context.caller.accountId), rulePack, context));
};
