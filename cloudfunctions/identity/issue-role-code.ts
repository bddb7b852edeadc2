import type { identity } from '@core/contract/identity';
import { accept } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { newRoleGrant, practitionerBar } from './new-role-grant';

/**
 * Makes a one-time code for a role. The code is answered once and never stored, so a repeated request makes another code;
 * the first one lapses unused and can be taken back.
 */
export const issueRoleCode: UseCase<typeof identity.procedures.issueRoleCode> = async (input, context) => {
  const bar = await practitionerBar(input, context.now);
  return bar ?? accept(await newRoleGrant(input, context));
};
