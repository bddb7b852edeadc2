import type { WalkingGraph } from './walking-graph';

/** What removing the nodes one by one leaves behind. */
export interface Elimination {
  /** Nodes in the order in which they were removed. */
  readonly order: readonly number[];
  /** Of each node: its neighbours at the moment of its removal, all removed later than it. */
  readonly above: readonly (readonly number[])[];
}

/** Against one for each level below: found by trying, on generated buildings; any value gives the same answers. */
const PER_NEIGHBOUR = 3;

/** Nodes by priority; a node's newest entry is the one that counts. */
class Buckets {
  private readonly lists: number[][] = [];
  private lowest = 0;

  add(node: number, priority: number): void {
    (this.lists[priority] ??= []).push(node);
    this.lowest = Math.min(this.lowest, priority);
  }

  /** The next node and the priority under which it was entered. */
  take(): { node: number; priority: number } | null {
    for (; this.lowest < this.lists.length; this.lowest += 1) {
      const node = this.lists[this.lowest]?.pop();
      if (node !== undefined) return { node, priority: this.lowest };
    }
    return null;
  }
}

/**
 * Removes the node with the fewest neighbours first and joins those it leaves behind, so that no way is lost. Rooms go
 * before corridors and corridors before crossings. Neighbours of what was just removed wait a little, which keeps the
 * order shallow: a corridor of a hundred doors folds in halves.
 */
export function eliminate({ count, edges }: WalkingGraph): Elimination {
  const around = Array.from({ length: count }, () => new Set<number>());
  for (const { a, b } of edges) {
    around[a]?.add(b);
    around[b]?.add(a);
  }
  const height = new Uint16Array(count);
  const current = new Float64Array(count);
  const buckets = new Buckets();
  const enter = (node: number): void => {
    const priority = PER_NEIGHBOUR * (around[node]?.size ?? 0) + (height[node] ?? 0);
    current[node] = priority;
    buckets.add(node, priority);
  };
  for (let node = 0; node < count; node += 1) enter(node);
  const order: number[] = [];
  const above: number[][] = Array.from({ length: count }, () => []);
  for (let next = buckets.take(); next !== null; next = buckets.take()) {
    const { node, priority } = next;
    if (current[node] !== priority) continue;
    current[node] = -1;
    const left = [...(around[node] ?? [])];
    order.push(node);
    above[node] = left;
    for (const one of left) {
      const its = around[one];
      its?.delete(node);
      for (const other of left) if (other !== one) its?.add(other);
      height[one] = Math.max(height[one] ?? 0, (height[node] ?? 0) + 1);
    }
    for (const one of left) enter(one);
  }
  return { order, above };
}
