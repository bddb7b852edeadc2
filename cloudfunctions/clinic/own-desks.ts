import { DESKS, type Desk } from '@core/domain/clinic/order';
import { grantOf, rolesInForce } from '../_kernel/access/roles';
import type { CallContext } from '../_kernel/call-context';

/** The desks at which the caller works. */
export async function ownDesks(context: CallContext): Promise<readonly Desk[]> {
  const grants = await rolesInForce(await context.account(), context.now);
  return DESKS.filter((desk) => grantOf(grants, desk) !== undefined);
}
