import { FAULT_NAMES, type FaultBoard, type FaultRule, type PlanOptions } from '../../faults/faults';
import { RequestError } from '../../http/body';
import { countOf, numberOf, textOf, type ControlRequest, type ControlTable } from './control-action';

/** Strikes that one answer shows, the latest ones. */
const STRIKES_SHOWN = 100;

/** Bounds of a schedule that is asked for here; absent ones are those of a schedule drawn elsewhere. */
const PLAN_BOUNDS = { faults: 1000, span: 1_000_000, times: 1000, ms: 600_000 } as const;

const seedOf = (request: ControlRequest): number => {
  const seed = numberOf(request, 'seed');
  if (!Number.isSafeInteger(seed)) throw new RequestError(400, 'seed is not a whole number');
  return seed;
};

const planOptionsOf = (request: ControlRequest): PlanOptions => {
  const given = Object.entries(PLAN_BOUNDS).filter(
    ([name]) => (request.body[name] ?? undefined) !== undefined,
  );
  return Object.fromEntries(
    given.map(([name, atMost]) => [name, countOf(request, name, { otherwise: 0, atMost })]),
  );
};

/**
 * The faults in force: set and withdraw one, clear all, start anew from a seed, with or without a schedule drawn from
 * it, and see what was hit.
 */
export function faultControl(faults: FaultBoard): ControlTable {
  return {
    'GET /control/faults': () => faults.list(),
    'GET /control/faults/board': () => ({
      names: FAULT_NAMES,
      rules: faults.inForce(),
      struck: faults.struck().slice(-STRIKES_SHOWN).reverse(),
    }),
    'POST /control/faults': (request) => {
      textOf(request, 'name');
      faults.set(request.body as unknown as FaultRule);
      return faults.list();
    },
    'POST /control/faults/withdraw': (request) => {
      if (!faults.withdraw(numberOf(request, 'number')))
        throw new RequestError(404, 'no fault in force has this number');
      return faults.list();
    },
    'POST /control/faults/clear': () => {
      faults.clear();
      return [];
    },
    'POST /control/faults/seed': (request) => {
      const seed = seedOf(request);
      faults.seed(seed);
      return { seed };
    },
    'POST /control/faults/follow': (request) => {
      const plan = faults.plan(seedOf(request), planOptionsOf(request));
      faults.follow(plan);
      return plan;
    },
  };
}
