import { numberPlan } from '../../../core/domain/guide/walking-graph';
import { placeFinder } from '../../../core/domain/guide/place-names';
import type { HospitalPlan, Mobility, Place, Plan } from '../../../core/domain/guide/plan';
import type { NamedPlace } from './named-places';

export interface Survey {
  /** Places that nobody gets to from a gate. */
  readonly unreachable: readonly Place[];
  /** Places that one gets to by steps or stairs only. */
  readonly byStepsOnly: readonly Place[];
  /** Names that mean no place of the plan, or more than one. */
  readonly withoutPlace: readonly NamedPlace[];
}

/** Ids of the points that one gets to from any gate. */
function reachable(plan: Plan, mobility: Mobility): ReadonlySet<string> {
  const { graph, numberOf } = numberPlan(plan, mobility);
  const around = Array.from({ length: graph.count }, (): number[] => []);
  for (const { a, b } of graph.edges) {
    around[a]?.push(b);
    around[b]?.push(a);
  }
  const gates = plan.places.filter(({ kind }) => kind === 'gate');
  const found = new Set(gates.flatMap(({ nodeId }) => numberOf.get(nodeId) ?? []));
  // A set is walked in the order in which it grows.
  for (const node of found) for (const next of around[node] ?? []) found.add(next);
  return new Set(plan.nodes.filter((_, number) => found.has(number)).map(({ nodeId }) => nodeId));
}

/** What is wrong with a plan that can be read: where its ways do not lead, and what it does not know. */
export function survey(plan: HospitalPlan, named: readonly NamedPlace[]): Survey {
  const anyhow = reachable(plan, 'any');
  const stepFree = reachable(plan, 'step-free');
  const find = placeFinder(plan.places, plan.floors);
  const ids = new Set(plan.places.map(({ placeId }) => placeId));
  return {
    unreachable: plan.places.filter(({ nodeId }) => !anyhow.has(nodeId)),
    byStepsOnly: plan.places.filter(
      ({ nodeId, kind }) => anyhow.has(nodeId) && !stepFree.has(nodeId) && kind !== 'stairs',
    ),
    withoutPlace: named.filter(({ name, by }) => (by === 'id' ? !ids.has(name) : find(name) === null)),
  };
}
