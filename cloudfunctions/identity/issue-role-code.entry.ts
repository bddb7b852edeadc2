import { STAFF_ROLES } from '@core/contract/access';
import { closed, id, text } from '@core/contract/fields';
import { accept, refuse } from '@core/domain/result';
import * as v from 'valibot';
import { operatorEntry } from '../_kernel/deployable';
import { newRoleGrant, practitionerBar } from './new-role-grant';

const wantedRole = closed({ role: v.picklist(STAFF_ROLES), practitionerId: v.nullable(id), label: text(20) });

/** The first administrator's code, and any other, for who holds the environment's keys. */
export const main = operatorEntry('identity.issue-role-code', async (event, context) => {
  const wanted = v.safeParse(wantedRole, event);
  if (!wanted.success) return refuse('INVALID_INPUT', { field: 'role' });
  const bar = await practitionerBar(wanted.output, context.now);
  return bar ?? accept(await newRoleGrant(wanted.output, context));
});
