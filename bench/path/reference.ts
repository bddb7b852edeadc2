import type { WalkingGraph } from '../../core/domain/guide/walking-graph';

/** Costs from one node to all others, by Dijkstra with a binary heap: what the answers are compared with. */
export function costsFrom(around: Neighbours, start: number): Float64Array {
  const cost = new Float64Array(around.length).fill(Infinity);
  const heap: (readonly [number, number])[] = [[0, start]];
  cost[start] = 0;
  while (heap.length > 0) {
    const [here, node] = pop(heap);
    if (here > (cost[node] ?? Infinity)) continue;
    for (const [next, step] of around[node] ?? []) {
      const there = here + step;
      if (there >= (cost[next] ?? Infinity)) continue;
      cost[next] = there;
      push(heap, [there, next]);
    }
  }
  return cost;
}

/** Node → its neighbours and what the link costs. */
export type Neighbours = readonly (readonly (readonly [number, number])[])[];

export function neighboursOf({ count, edges }: WalkingGraph): Neighbours {
  const around = Array.from({ length: count }, (): [number, number][] => []);
  for (const { a, b, cost } of edges) {
    around[a]?.push([b, cost]);
    around[b]?.push([a, cost]);
  }
  return around;
}

/** What walking along nodes costs; Infinity where two are no neighbours. */
export const costAlong = (around: Neighbours, nodes: readonly number[]): number =>
  nodes
    .slice(1)
    .reduce(
      (sum, node, at) =>
        sum +
        Math.min(
          ...(around[nodes[at] ?? -1] ?? []).filter(([next]) => next === node).map(([, cost]) => cost),
        ),
      0,
    );

type Entry = readonly [number, number];

function push(heap: Entry[], entry: Entry): void {
  let at = heap.push(entry) - 1;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    const above = heap[parent];
    if (above === undefined || above[0] <= entry[0]) break;
    heap[at] = above;
    at = parent;
  }
  heap[at] = entry;
}

function pop(heap: Entry[]): Entry {
  const [first = [0, 0]] = heap;
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return first;
  let at = 0;
  for (;;) {
    const left = 2 * at + 1;
    const smaller = (heap[left + 1]?.[0] ?? Infinity) < (heap[left]?.[0] ?? Infinity) ? left + 1 : left;
    const below = heap[smaller];
    if (below === undefined || below[0] >= last[0]) break;
    heap[at] = below;
    at = smaller;
  }
  heap[at] = last;
  return first;
}
