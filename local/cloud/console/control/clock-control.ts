import type { Clock } from '../../clock/clock';
import { numberOf, type ControlTable } from './control-action';

/** The virtual clock: read it, set it, move it. */
export function clockControl(clock: Clock): ControlTable {
  const time = (): unknown => ({ now: clock.now(), offset: clock.offset() });
  return {
    'GET /control/clock': time,
    'POST /control/clock/set': (request) => clock.set(numberOf(request, 'now')).then(time),
    'POST /control/clock/advance': (request) => clock.advance(numberOf(request, 'ms')).then(time),
  };
}
