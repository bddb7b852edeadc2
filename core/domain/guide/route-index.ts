import { eliminate } from './elimination-order';
import type { WalkingGraph } from './walking-graph';

/** No way over this arc. */
export const NO_WAY = 0xffff;
/** An arc that is a link of the plan, not a detour over a lower node. */
export const NO_MIDDLE = 0xffff;

const MOST_NODES = 0xfffe;

/**
 * A graph prepared for exact answers: nodes renumbered by rank, each with the arcs to its higher neighbours. An arc costs
 * what the best way over lower nodes costs, and `middle` names the one that it goes over. The first arc of a node leads to
 * its parent; every shortest way climbs from both ends along parents and meets.
 */
export interface RouteIndex {
  /** Node of the graph → rank. */
  readonly rankOf: Uint16Array;
  /** Rank → node of the graph. */
  readonly nodeAt: Uint16Array;
  /** Arcs of rank r are firstArc[r] … firstArc[r + 1] - 1, by ascending head. */
  readonly firstArc: Uint32Array;
  readonly head: Uint16Array;
  readonly cost: Uint16Array;
  readonly middle: Uint16Array;
}

/** Bytes that the index takes. */
export const sizeOf = (index: RouteIndex): number =>
  [index.rankOf, index.nodeAt, index.firstArc, index.head, index.cost, index.middle].reduce(
    (sum, { byteLength }) => sum + byteLength,
    0,
  );

/** The arc between two ranks, the lower first; -1 where there is none. */
export function arcBetween({ firstArc, head }: RouteIndex, low: number, high: number): number {
  let from = firstArc[low] ?? 0;
  let to = (firstArc[low + 1] ?? 0) - 1;
  while (from <= to) {
    const middle = (from + to) >> 1;
    const found = head[middle] ?? 0;
    if (found === high) return middle;
    if (found < high) from = middle + 1;
    else to = middle - 1;
  }
  return -1;
}

function emptyIndex(graph: WalkingGraph): RouteIndex {
  const { order, above } = eliminate(graph);
  const rankOf = new Uint16Array(graph.count);
  order.forEach((node, rank) => (rankOf[node] = rank));
  const firstArc = new Uint32Array(graph.count + 1);
  order.forEach((node, rank) => (firstArc[rank + 1] = (firstArc[rank] ?? 0) + (above[node]?.length ?? 0)));
  const arcs = firstArc[graph.count] ?? 0;
  const head = new Uint16Array(arcs);
  order.forEach((node, rank) => {
    const heads = (above[node] ?? []).map((one) => rankOf[one] ?? 0).sort((a, b) => a - b);
    head.set(heads, firstArc[rank] ?? 0);
  });
  return {
    rankOf,
    nodeAt: Uint16Array.from(order),
    firstArc,
    head,
    cost: new Uint16Array(arcs).fill(NO_WAY),
    middle: new Uint16Array(arcs).fill(NO_MIDDLE),
  };
}

/** Lets every pair of a rank's higher neighbours know the way over it, lowest rank first. */
function spreadDetours(index: RouteIndex): void {
  const { firstArc, head, cost, middle } = index;
  for (let rank = 0; rank + 1 < firstArc.length; rank += 1) {
    const from = firstArc[rank] ?? 0;
    const to = firstArc[rank + 1] ?? 0;
    for (let one = from; one < to; one += 1) {
      for (let other = one + 1; other < to; other += 1) {
        const detour = (cost[one] ?? NO_WAY) + (cost[other] ?? NO_WAY);
        const arc = arcBetween(index, head[one] ?? 0, head[other] ?? 0);
        if (detour >= (cost[arc] ?? NO_WAY)) continue;
        cost[arc] = detour;
        middle[arc] = rank;
      }
    }
  }
}

/**
 * Prepares a graph. All ways stay exact.
 * @throws RangeError above 65,534 nodes, or where a single link takes 6,553 seconds or more.
 */
export function buildRouteIndex(graph: WalkingGraph): RouteIndex {
  if (graph.count > MOST_NODES) throw new RangeError(`A plan of ${graph.count} nodes is too large`);
  const index = emptyIndex(graph);
  for (const { a, b, cost } of graph.edges) {
    if (cost >= NO_WAY) throw new RangeError('A link takes longer than an arc can hold');
    const ranks = [index.rankOf[a] ?? 0, index.rankOf[b] ?? 0].sort((x, y) => x - y);
    const arc = arcBetween(index, ranks[0] ?? 0, ranks[1] ?? 0);
    index.cost[arc] = Math.min(index.cost[arc] ?? NO_WAY, cost);
  }
  spreadDetours(index);
  return index;
}
