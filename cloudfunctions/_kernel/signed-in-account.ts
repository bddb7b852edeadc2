import { accounts, newAccount, type Account } from '../_store/accounts';
import type { CallContext } from './call-context';

/** The caller's account; a caller who never did anything has an empty one. Null after signing out. */
export async function signedInAccount(context: CallContext): Promise<Account | null> {
  const account = (await accounts.findById(context.caller.accountId)) ?? newAccount(context.caller.accountId);
  return account.signedIn ? account : null;
}
