import { id } from '@core/contract/fields';
import { accept, refuse } from '@core/domain/result';
import * as v from 'valibot';
import { operatorEntry } from '../_kernel/deployable';
import { revokeGrant } from './revoke-grant';
import { roleLines } from './role-lines';

const input = v.object({ revoke: v.optional(id) });

/** The roles given out, after taking one back where `revoke` names it, for who holds the environment's keys. */
export const main = operatorEntry('identity.administer-roles', async (event, context) => {
  const read = v.safeParse(input, event);
  if (!read.success) return refuse('INVALID_INPUT', { field: 'revoke' });
  const { revoke } = read.output;
  if (revoke !== undefined && !(await revokeGrant(revoke, context))) return refuse('NOT_FOUND', null);
  return accept(await roleLines(context.now));
});
