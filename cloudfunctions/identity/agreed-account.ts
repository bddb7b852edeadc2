import { accept, refuse } from '@core/domain/result';
import type { CallContext } from '../_kernel/call-context';
import { consented } from '../_kernel/consented';
import { signedInAccount } from '../_kernel/signed-in-account';
import { catalogue } from '../_store/catalog';

/** The caller's account with the hospital's rules, of somebody who is signed in and agreed to the current document. */
export async function agreedAccount(context: CallContext) {
  const [account, { rulePack }] = await Promise.all([
    signedInAccount(context),
    catalogue.current(context.now),
  ]);
  if (!account) return refuse('SIGNED_OUT', null);
  return consented(account, rulePack.consent)
    ? accept({ account, rulePack })
    : refuse('CONSENT_MISSING', null);
}
