import { toClientAnswer } from '../../http/phone-routes';
import type { DelayedTasks } from '../../timers/delayed-tasks';
import type { Timers } from '../../timers/timers';
import type { TaskLine, TimerLine } from '../shared/timers';
import { textOf, type ControlTable } from './control-action';

/** Timer triggers and delayed tasks: when they ran, when they are due, and run one now. */
export function timerControl(timers: Timers, tasks: DelayedTasks): ControlTable {
  return {
    'GET /control/timers': (): TimerLine[] => timers.list(),
    'POST /control/timers/run': async (request) =>
      toClientAnswer(await timers.runNow(textOf(request, 'name'))),
    'GET /control/tasks': (): TaskLine[] => tasks.list(),
    'POST /control/tasks/run': async (request) => toClientAnswer(await tasks.runNow(textOf(request, 'id'))),
  };
}
