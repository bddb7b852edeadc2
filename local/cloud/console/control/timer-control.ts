import { toClientAnswer } from '../../http/phone-routes';
import type { Timers } from '../../timers/timers';
import { textOf, type ControlTable } from './control-action';

/** Timer triggers: when they ran, when they are due, and run one now. */
export function timerControl(timers: Timers): ControlTable {
  return {
    'GET /control/timers': () => timers.list(),
    'POST /control/timers/run': async (request) =>
      toClientAnswer(await timers.runNow(textOf(request, 'name'))),
  };
}
