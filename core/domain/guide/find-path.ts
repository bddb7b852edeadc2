import { arcBetween, NO_MIDDLE, NO_WAY, type RouteIndex } from './route-index';

export interface Path {
  /** Nodes of the graph from start to goal, both included. */
  readonly nodes: readonly number[];
  /** Tenths of a second. */
  readonly cost: number;
}

const FAR = 0xffffffff;

/** What a climb from one end found: cost and the arc by which each rank was reached. */
class Climb {
  readonly cost: Uint32Array;
  private readonly below: Uint16Array;

  constructor(private readonly index: RouteIndex) {
    this.cost = new Uint32Array(index.nodeAt.length).fill(FAR);
    this.below = new Uint16Array(index.nodeAt.length);
  }

  /** From a rank up along its parents to the top. */
  run(from: number): void {
    const { firstArc, head, cost } = this.index;
    this.cost[from] = 0;
    for (let rank = from; rank >= 0; rank = this.parent(rank)) {
      const here = this.cost[rank] ?? FAR;
      if (here === FAR) continue;
      for (let arc = firstArc[rank] ?? 0; arc < (firstArc[rank + 1] ?? 0); arc += 1) {
        const step = cost[arc] ?? NO_WAY;
        const to = head[arc] ?? 0;
        if (step === NO_WAY || here + step >= (this.cost[to] ?? FAR)) continue;
        this.cost[to] = here + step;
        this.below[to] = rank;
      }
    }
  }

  /** The ranks from the top of the climb down to its start, without the top itself. */
  down(from: number, start: number): number[] {
    const ranks: number[] = [];
    for (let rank = from; rank !== start;) {
      rank = this.below[rank] ?? 0;
      ranks.push(rank);
    }
    return ranks;
  }

  /** Forgets what `run` found. */
  clear(from: number): void {
    for (let rank = from; rank >= 0; rank = this.parent(rank)) this.cost[rank] = FAR;
  }

  parent(rank: number): number {
    const first = this.index.firstArc[rank] ?? 0;
    return first < (this.index.firstArc[rank + 1] ?? 0) ? (this.index.head[first] ?? 0) : -1;
  }
}

/** Answers shortest ways over one prepared graph; it keeps its working memory between questions. */
export class PathFinder {
  private readonly there: Climb;
  private readonly back: Climb;

  constructor(private readonly index: RouteIndex) {
    this.there = new Climb(index);
    this.back = new Climb(index);
  }

  /** The quickest way between two nodes; null where there is none. */
  find(from: number, to: number): Path | null {
    const { rankOf } = this.index;
    const start = rankOf[from];
    const goal = rankOf[to];
    if (start === undefined || goal === undefined) return null;
    this.there.run(start);
    this.back.run(goal);
    const { top, cost } = this.meet(start);
    const path = top < 0 ? null : { nodes: this.unfold(start, goal, top), cost };
    this.there.clear(start);
    this.back.clear(goal);
    return path;
  }

  private meet(start: number): { top: number; cost: number } {
    let top = -1;
    let least = FAR;
    for (let rank = start; rank >= 0; rank = this.there.parent(rank)) {
      const cost = (this.there.cost[rank] ?? FAR) + (this.back.cost[rank] ?? FAR);
      if (cost >= least) continue;
      least = cost;
      top = rank;
    }
    return { top, cost: least };
  }

  private unfold(start: number, goal: number, top: number): number[] {
    const ranks = [...this.there.down(top, start).reverse(), top, ...this.back.down(top, goal)];
    const nodes = [this.index.nodeAt[start] ?? 0];
    for (let at = 1; at < ranks.length; at += 1) this.unfoldArc(ranks[at - 1] ?? 0, ranks[at] ?? 0, nodes);
    return nodes;
  }

  /** Adds what lies between two ranks, and the second of them. */
  private unfoldArc(from: number, to: number, nodes: number[]): void {
    const arc = arcBetween(this.index, Math.min(from, to), Math.max(from, to));
    const middle = this.index.middle[arc] ?? NO_MIDDLE;
    if (middle === NO_MIDDLE) {
      nodes.push(this.index.nodeAt[to] ?? 0);
      return;
    }
    this.unfoldArc(from, middle, nodes);
    this.unfoldArc(middle, to, nodes);
  }
}
