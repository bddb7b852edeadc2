import type { Procedure } from '@core/contract/procedure';
import { refuse } from '@core/domain/result';
import type { Account } from '../../_store/accounts';
import { hasWithdrawn } from '../consented';
import type { Authority } from './authority';

/**
 * Nothing about a person is answered to a phone whose owner signed out or took the consent back, whatever page is still open
 * there: said in the procedure's own words where it has them. Null where nothing bars the caller.
 */
export async function personalBar(
  { access, errors }: Procedure,
  { role }: Authority,
  account: () => Promise<Account>,
) {
  const isPersonal = role === 'patient' || role === 'relative' || role === 'volunteer';
  if (access.kind !== 'object' || !isPersonal) return null;
  const own = await account();
  const said = (code: 'SIGNED_OUT' | 'CONSENT_MISSING') =>
    refuse(errors.includes(code) ? code : 'NOT_FOUND', null);
  if (!own.signedIn) return said('SIGNED_OUT');
  // A volunteer needs no consent of their own to help with somebody else's.
  return role !== 'volunteer' && hasWithdrawn(own) ? said('CONSENT_MISSING') : null;
}
