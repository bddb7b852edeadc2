import { FAULT_NAMES, type FaultBoard, type FaultRule } from '../../faults/faults';
import { RequestError } from '../../http/body';
import { numberOf, textOf, type ControlTable } from './control-action';

/** Strikes that one answer shows, the latest ones. */
const STRIKES_SHOWN = 100;

/** The faults in force: set one, clear all, start anew from a seed, and see what was hit. */
export function faultControl(faults: FaultBoard): ControlTable {
  return {
    'GET /control/faults': () => faults.list(),
    'GET /control/faults/board': () => ({
      names: FAULT_NAMES,
      rules: faults.list(),
      struck: faults.struck().slice(-STRIKES_SHOWN).reverse(),
    }),
    'POST /control/faults': (request) => {
      textOf(request, 'name');
      faults.set(request.body as unknown as FaultRule);
      return faults.list();
    },
    'POST /control/faults/clear': () => {
      faults.clear();
      return [];
    },
    'POST /control/faults/seed': (request) => {
      const seed = numberOf(request, 'seed');
      if (!Number.isSafeInteger(seed)) throw new RequestError(400, 'seed is not a whole number');
      faults.seed(seed);
      return { seed };
    },
  };
}
