import { refuse } from '@core/domain/result';
import { hasWithdrawn } from '../_kernel/consented';
import type { CallContext } from '../_kernel/call-context';

/** Nothing is shown to who has signed out or taken the consent back; null where nothing bars the caller. */
export async function callerBar(context: CallContext) {
  const account = await context.account();
  if (!account.signedIn) return refuse('SIGNED_OUT', null);
  return context.authority.role === 'patient' && hasWithdrawn(account) ? refuse('NOT_FOUND', null) : null;
}
