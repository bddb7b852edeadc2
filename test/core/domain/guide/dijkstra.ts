import type { WalkingGraph } from '@core/domain/guide/walking-graph';

/** Costs from one node to all others by the plainest Dijkstra there is; Infinity where there is no way. */
export function dijkstra({ count, edges }: WalkingGraph, from: number): number[] {
  const cost = Array.from({ length: count }, (_, node) => (node === from ? 0 : Infinity));
  const open = new Set(cost.keys());
  while (open.size > 0) {
    let here = -1;
    for (const node of open) if (here < 0 || (cost[node] ?? 0) < (cost[here] ?? 0)) here = node;
    open.delete(here);
    for (const { a, b, cost: step } of edges) {
      if (a !== here && b !== here) continue;
      const to = a === here ? b : a;
      cost[to] = Math.min(cost[to] ?? Infinity, (cost[here] ?? Infinity) + step);
    }
  }
  return cost;
}

/** What walking along these nodes costs; throws where two that follow one another are no neighbours. */
export function costAlong({ edges }: WalkingGraph, nodes: readonly number[]): number {
  let sum = 0;
  for (let at = 1; at < nodes.length; at += 1) {
    const [a, b] = [nodes[at - 1], nodes[at]];
    const steps = edges.filter((edge) => (edge.a === a && edge.b === b) || (edge.a === b && edge.b === a));
    if (steps.length === 0) throw new Error(`No way from ${a} to ${b}`);
    sum += Math.min(...steps.map(({ cost }) => cost));
  }
  return sum;
}
