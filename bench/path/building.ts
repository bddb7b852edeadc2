import type { Edge, WalkingGraph } from '../../core/domain/guide/walking-graph';
import { shuffled, type Random } from '../instruments/random';

/** A graph with what a search that aims needs: where each node is. Metres; floors by number. */
export interface Building extends WalkingGraph {
  readonly name: string;
  readonly at: readonly { readonly x: number; readonly y: number; readonly floor: number }[];
}

/** Tenths of a second that a storey costs at the very least. */
export const LEAST_STOREY = 60;

const FLOORS = 10;
const LIFTS = 6;

/** Collects nodes and links; nobody is faster than a metre in a second. */
class Site {
  readonly at: { x: number; y: number; floor: number }[] = [];
  readonly edges: Edge[] = [];

  constructor(private readonly random: Random) {}

  node(x: number, y: number, floor: number): number {
    return this.at.push({ x, y, floor }) - 1;
  }

  /** As long as it looks, and up to a fifth slower. */
  link(a: number, b: number): void {
    const [from, to] = [this.at[a], this.at[b]];
    if (from === undefined || to === undefined) return;
    const tenths = Math.hypot(from.x - to.x, from.y - to.y) * 10;
    const climb = Math.abs(from.floor - to.floor) * (LEAST_STOREY + 200 * this.random());
    this.edges.push({ a, b, cost: Math.max(1, Math.ceil(tenths * (1 + this.random() / 5) + climb)) });
  }

  /** Joins each floor's crossings to those above at a few places. */
  lifts(floors: readonly (readonly number[])[]): void {
    for (const where of shuffled(floors[0]?.length ?? 0, this.random).slice(0, LIFTS)) {
      for (let floor = 1; floor < floors.length; floor += 1)
        this.link(floors[floor - 1]?.[where] ?? 0, floors[floor]?.[where] ?? 0);
    }
  }

  done(name: string): Building {
    return { name, at: this.at, edges: this.edges, count: this.at.length };
  }
}

const ACROSS = 6;
const DOWN = 4;
const DOORS = 11;

/** Ten floors of corridors in a grid, doors along each, a room behind each door on either side: 10,000 nodes. */
export function hospital(random: Random): Building {
  const site = new Site(random);
  const corridor = (from: number, to: number): void => {
    const [start, end] = [site.at[from], site.at[to]];
    if (start === undefined || end === undefined) return;
    let last = from;
    for (let door = 1; door <= DOORS; door += 1) {
      const [x, y] = [start.x, start.y].map(
        (value, axis) => value + (((axis === 0 ? end.x : end.y) - value) * door) / (DOORS + 1),
      );
      const point = site.node(x ?? 0, y ?? 0, start.floor);
      site.link(last, point);
      const along = start.y === end.y;
      const room = site.node((x ?? 0) + (along ? 0 : 3), (y ?? 0) + (along ? 3 : 0), start.floor);
      site.link(point, room);
      if (door % 2 === 0)
        site.link(point, site.node((x ?? 0) - (along ? 0 : 3), (y ?? 0) - (along ? 3 : 0), start.floor));
      last = point;
    }
    site.link(last, to);
  };
  const floors = Array.from({ length: FLOORS }, (_, floor) => {
    const crossings = Array.from({ length: ACROSS * DOWN }, (_unused, at) =>
      site.node((at % ACROSS) * 40, Math.floor(at / ACROSS) * 40, floor),
    );
    crossings.forEach((here, at) => {
      if ((at + 1) % ACROSS !== 0) corridor(here, crossings[at + 1] ?? here);
      if (at + ACROSS < crossings.length) corridor(here, crossings[at + ACROSS] ?? here);
    });
    return crossings;
  });
  site.lifts(floors);
  return site.done('hospital of corridors and rooms');
}

const SIDE = 32;

/** Ten floors without a wall, a point every four metres: the hardest case for what is prepared beforehand. */
export function openHalls(random: Random): Building {
  const site = new Site(random);
  const floors = Array.from({ length: FLOORS }, (_, floor) => {
    const points = Array.from({ length: SIDE * SIDE }, (_unused, at) =>
      site.node((at % SIDE) * 4, Math.floor(at / SIDE) * 4, floor),
    );
    points.forEach((here, at) => {
      if ((at + 1) % SIDE !== 0) site.link(here, points[at + 1] ?? here);
      if (at + SIDE < points.length) site.link(here, points[at + SIDE] ?? here);
    });
    return points;
  });
  site.lifts(floors);
  return site.done('open halls without a wall');
}
