import { distance, headingTo, type Point } from './bearing';
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
  readonly points: readonly Point[];
}

/** Lifts and stairs go up and down, not aside. */
const SAME_SPOT_METRES = 0.5;
/** So far one sees through a door or along a bridge what comes behind it. */
const BEHIND_THE_DOOR_METRES = 12;

/** The first steps towards a point in the next building: straight out of the door, as walls stand square. */
function ahead(from: Point, to: Point): Point {
  const { x, y } = headingTo(from, to);
  const metres = Math.min(BEHIND_THE_DOOR_METRES, Math.hypot(x, y));
  return Math.abs(x) > Math.abs(y)
    ? { x: from.x + Math.sign(x) * metres, y: from.y }
    : { x: from.x, y: from.y + Math.sign(y) * metres };
}

const pointOf = ({ x, y }: Point): Point => ({ x, y });

/**
 * The way floor by floor, for drawing; floors that a lift only passes are left out. Where one crosses into another
 * building the line leads on a little, so that one sees through which door.
 */
export function legsOf(walk: Walk, start: Place): Leg[] {
  const first = walk.hops[0]?.from ?? start;
  const legs: { floorId: string; points: Point[] }[] = [{ floorId: first.floorId, points: [pointOf(first)] }];
  for (const { from, to } of walk.hops) {
    const last = legs[legs.length - 1];
    if (last?.floorId === to.floorId) {
      last.points.push(pointOf(to));
      continue;
    }
    const isApart = distance(from, to) > SAME_SPOT_METRES;
    if (isApart) last?.points.push(ahead(from, to));
    legs.push({ floorId: to.floorId, points: [...(isApart ? [ahead(to, from)] : []), pointOf(to)] });
  }
  return legs.filter(({ points }, at) => points.length > 1 || at === 0 || at === legs.length - 1);
}
