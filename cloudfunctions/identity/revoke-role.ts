import type { identity } from '@core/contract/identity';
import { accept, refuse } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { revokeGrant } from './revoke-grant';
import { roleLines } from './role-lines';

/** Takes a role back, or its unused code. One change of one document: it holds from this instant. */
export const revokeRole: UseCase<typeof identity.procedures.revokeRole> = async (input, context) =>
  (await revokeGrant(input.grantId, context))
    ? accept(await roleLines(context.now))
    : refuse('NOT_FOUND', null);
