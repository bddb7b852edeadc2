import { PathFinder } from './find-path';
import type { LinkKind, Mobility, Place, Plan, PlanLink, PlanNode } from './plan';
import { buildRouteIndex } from './route-index';
import { numberPlan } from './walking-graph';

/** From one point of the way to the next. */
export interface Hop {
  readonly from: PlanNode;
  readonly to: PlanNode;
  readonly link: PlanLink;
}

export interface Walk {
  /** Whole seconds. */
  readonly seconds: number;
  /** Whole metres on foot: what a lift does is not walked. */
  readonly metres: number;
  readonly hops: readonly Hop[];
}

/** The quickest way between two places; null where there is none for this person. */
export type FindWalk = (from: Place, to: Place) => Walk | null;

const ridden: ReadonlySet<LinkKind> = new Set(['lift']);

/** Prepares a plan for one kind of walker; the answers are exact. Do it once and keep it. */
export function walkFinder(plan: Pick<Plan, 'nodes' | 'links'>, mobility: Mobility): FindWalk {
  const { graph, numberOf, linkBetween } = numberPlan(plan, mobility);
  const finder = new PathFinder(buildRouteIndex(graph));
  const hopBetween = (a: number, b: number): Hop[] => {
    const [from, to, link] = [plan.nodes[a], plan.nodes[b], linkBetween(a, b)];
    return from && to && link ? [{ from, to, link }] : [];
  };
  return (from, to) => {
    const start = numberOf.get(from.nodeId);
    const goal = numberOf.get(to.nodeId);
    const path = start === undefined || goal === undefined ? null : finder.find(start, goal);
    if (path === null) return null;
    const hops = path.nodes.slice(1).flatMap((node, at) => hopBetween(path.nodes[at] ?? node, node));
    const metres = hops.reduce((sum, { link }) => sum + (ridden.has(link.kind) ? 0 : link.metres), 0);
    return { seconds: Math.round(path.cost / 10), metres: Math.round(metres), hops };
  };
}

/** What is walked on one floor before the next. */
export interface Leg {
  readonly floorId: string;
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

/** The way floor by floor, for drawing; floors that a lift only passes are left out. */
export function legsOf(walk: Walk, from: Place): Leg[] {
  const first = walk.hops[0]?.from ?? { floorId: from.floorId, x: from.x, y: from.y };
  const legs: { floorId: string; points: { x: number; y: number }[] }[] = [
    { floorId: first.floorId, points: [{ x: first.x, y: first.y }] },
  ];
  for (const { to } of walk.hops) {
    const last = legs[legs.length - 1];
    if (last?.floorId !== to.floorId) legs.push({ floorId: to.floorId, points: [{ x: to.x, y: to.y }] });
    else last.points.push({ x: to.x, y: to.y });
  }
  return legs.filter(({ points }, at) => points.length > 1 || at === 0 || at === legs.length - 1);
}
