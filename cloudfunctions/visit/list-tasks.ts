import type { visit } from '@core/contract/visit';
import { accept } from '@core/domain/result';
import { listTasks as tasksOf } from '@core/domain/visit/list-tasks';
import type { Task, TaskKind } from '@core/domain/visit/task';
import type { UseCase } from '../_kernel/serve';
import { callerBar } from './caller-bar';
import { taskSources } from './task-sources';

/** Money and reports are no volunteer's business, and a relative's only by consents of their own. */
const PATIENTS_ONLY: ReadonlySet<TaskKind> = new Set(['pay-appointment', 'pay-bill', 'read-report']);

/** What this patient has to do, in the order in which it is to be done. */
export const listTasks: UseCase<typeof visit.procedures.listTasks> = async ({ patientId }, context) => {
  const bar = await callerBar(context);
  if (bar) return bar;
  const tasks = tasksOf(await taskSources(patientId, context.now), context.now);
  const isOwn = context.authority.role === 'patient';
  return accept(isOwn ? tasks : tasks.filter((task) => !isPatientsOnly(task)));
};

const isPatientsOnly = ({ kind }: Task): boolean => PATIENTS_ONLY.has(kind);
