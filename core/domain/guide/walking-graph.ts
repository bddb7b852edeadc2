import { isPassable, type Mobility, type Plan, type PlanLink } from './plan';

/** A link between two nodes by number. */
export interface Edge {
  readonly a: number;
  readonly b: number;
  /** Tenths of a second, whole and at least 1. */
  readonly cost: number;
}

/** Nodes 0…count-1 and the links between them, walked both ways. Whole costs: sums are exact. */
export interface WalkingGraph {
  readonly count: number;
  readonly edges: readonly Edge[];
}

/** A plan as numbers, and back. */
export interface NumberedPlan {
  readonly graph: WalkingGraph;
  readonly numberOf: ReadonlyMap<string, number>;
  /** The quickest link between two neighbours; undefined where they are none. */
  readonly linkBetween: (a: number, b: number) => PlanLink | undefined;
}

const TENTHS = 10;
const costOf = ({ seconds }: PlanLink): number => Math.max(1, Math.round(seconds * TENTHS));

/** The part of a plan that somebody can walk. Links to unknown nodes are no way. */
export function numberPlan(
  { nodes, links }: Pick<Plan, 'nodes' | 'links'>,
  mobility: Mobility,
): NumberedPlan {
  const numberOf = new Map(nodes.map(({ nodeId }, number) => [nodeId, number]));
  const best = new Map<number, PlanLink>();
  const keyOf = (a: number, b: number): number => Math.min(a, b) * nodes.length + Math.max(a, b);
  for (const link of links) {
    const a = numberOf.get(link.from);
    const b = numberOf.get(link.to);
    if (a === undefined || b === undefined || a === b || !isPassable(link.kind, mobility)) continue;
    const key = keyOf(a, b);
    const known = best.get(key);
    if (known === undefined || costOf(link) < costOf(known)) best.set(key, link);
  }
  const edges = [...best].map(([key, link]) => ({
    a: Math.floor(key / nodes.length),
    b: key % nodes.length,
    cost: costOf(link),
  }));
  return {
    graph: { count: nodes.length, edges },
    numberOf,
    linkBetween: (a, b) => best.get(keyOf(a, b)),
  };
}
