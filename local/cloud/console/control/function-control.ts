import type { FunctionHost } from '../../functions/host';
import type { ControlTable } from './control-action';

/** Runs of functions with what they printed. */
export function functionControl(host: FunctionHost): ControlTable {
  return { 'GET /control/logs': () => host.logs() };
}
