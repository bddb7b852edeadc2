import { STAFF_ROLES } from '@core/contract/access';
import { accounts, newAccount, type Account } from '../_store/accounts';
import type { Authority } from './access/authority';
import type { CallContext } from './call-context';

/**
 * The account on whose books the call goes: the caller's own, or that of the patient for whom a volunteer acts. Somebody
 * who never did anything has an empty one. Null where the caller or the holder has signed out.
 */
export async function signedInAccount(context: CallContext): Promise<Account | null> {
  const own = await context.account();
  const { holderId, role } = context.authority;
  const holder = holderId === own._id ? own : ((await accounts.findById(holderId)) ?? newAccount(holderId));
  return own.signedIn && (holder.signedIn || isStaff(role)) ? holder : null;
}

/** Staff do their work whether or not the patient's phone is signed in; a volunteer stands in for that phone. */
const isStaff = (role: Authority['role']): boolean =>
  role !== 'volunteer' && STAFF_ROLES.some((staff) => staff === role);
