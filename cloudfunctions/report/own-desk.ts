import type { ReportCategory } from '@core/domain/report/report';
import { grantOf, rolesInForce } from '../_kernel/access/roles';
import type { CallContext } from '../_kernel/call-context';

/** Whether the caller works at this desk; somebody may work at both. */
export async function worksAt(desk: ReportCategory, context: CallContext): Promise<boolean> {
  const grants = await rolesInForce(await context.account(), context.now);
  return grantOf(grants, desk) !== undefined;
}
