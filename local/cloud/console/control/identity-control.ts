import type { IdentityService } from '../../identity/identity';
import { optionalTextOf, textOf, type ControlTable } from './control-action';

/** Signs a user in as a phone would: a token for an openid. */
export function identityControl(identity: IdentityService): ControlTable {
  return {
    'POST /control/login': (request) => {
      const phoneNumber = optionalTextOf(request, 'phoneNumber');
      const openid = textOf(request, 'openid');
      return { token: identity.mint({ openid, ...(phoneNumber === undefined ? {} : { phoneNumber }) }) };
    },
  };
}
