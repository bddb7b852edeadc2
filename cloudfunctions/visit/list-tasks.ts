import type { visit } from '@core/contract/visit';
import { accept } from '@core/domain/result';
import { listTasks as tasksOf } from '@core/domain/visit/list-tasks';
import type { TaskKind } from '@core/domain/visit/task';
import { relativeConsent } from '../_kernel/access/relation';
import type { CallContext } from '../_kernel/call-context';
import type { UseCase } from '../_kernel/serve';
import { taskSources } from './task-sources';

/** What this patient has to do, in the order in which it is to be done, as far as the caller may know of it. */
export const listTasks: UseCase<typeof visit.procedures.listTasks> = async ({ patientId }, context) => {
  const asked = { patientId, readerId: context.caller.accountId };
  const [tasks, hidden] = await Promise.all([
    taskSources(asked, context.now).then((sources) => tasksOf(sources, context.now)),
    hiddenKinds(patientId, context),
  ]);
  return accept(tasks.filter(({ kind }) => !hidden.includes(kind)));
};

const MONEY: readonly TaskKind[] = ['pay-appointment', 'pay-bill', 'bill-lapsed'];
const REPORTS: readonly TaskKind[] = ['read-report'];

/** Money and reports are no volunteer's business, and a relative's only where the consent says so. */
async function hiddenKinds(patientId: string, context: CallContext): Promise<readonly TaskKind[]> {
  const { role } = context.authority;
  if (role === 'patient') return [];
  if (role !== 'relative') return [...MONEY, ...REPORTS];
  const account = await context.account();
  const [mayPay, mayRead] = await Promise.all([
    relativeConsent(account, { patientId, scope: 'pay' }, context.now),
    relativeConsent(account, { patientId, scope: 'reports' }, context.now),
  ]);
  return [...(mayPay === null ? MONEY : []), ...(mayRead === null ? REPORTS : [])];
}
