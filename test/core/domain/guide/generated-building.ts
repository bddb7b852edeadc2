import type { Edge, WalkingGraph } from '@core/domain/guide/walking-graph';
import * as fc from 'fast-check';

/** Numbers that decide everything about a generated building; costs repeat, so that many ways are equally long. */
export interface BuildingShape {
  readonly floors: number;
  readonly across: number;
  readonly down: number;
  readonly doors: number;
  readonly lifts: number;
  readonly seed: number;
}

export const buildingShape: fc.Arbitrary<BuildingShape> = fc.record({
  floors: fc.integer({ min: 1, max: 4 }),
  across: fc.integer({ min: 1, max: 4 }),
  down: fc.integer({ min: 1, max: 4 }),
  doors: fc.integer({ min: 0, max: 3 }),
  lifts: fc.integer({ min: 0, max: 3 }),
  seed: fc.integer({ min: 0, max: 2 ** 31 }),
});

/** Whole numbers from a seed: the same seed gives the same building. */
export function chance(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Corridors in a grid with rooms along them, storey over storey, joined by lifts; floors without a lift stay apart. */
export function buildingOf({ floors, across, down, doors, lifts, seed }: BuildingShape): WalkingGraph {
  const draw = chance(seed);
  const edges: Edge[] = [];
  let count = 0;
  const join = (a: number, b: number, most: number): void => void edges.push({ a, b, cost: 1 + draw(most) });
  const corridor = (from: number, to: number): void => {
    let last = from;
    for (let door = 0; door < doors; door += 1) {
      const point = count++;
      join(last, point, 9);
      join(point, count++, 3);
      last = point;
    }
    join(last, to, 9);
  };
  let below: number[] = [];
  for (let floor = 0; floor < floors; floor += 1) {
    const crossings = Array.from({ length: across * down }, () => count++);
    crossings.forEach((here, at) => {
      if ((at + 1) % across !== 0) corridor(here, crossings[at + 1] ?? here);
      if (at + across < crossings.length) corridor(here, crossings[at + across] ?? here);
    });
    for (let lift = 0; floor > 0 && lift < lifts; lift += 1) {
      const at = draw(crossings.length);
      join(below[at] ?? 0, crossings[at] ?? 0, 30);
    }
    below = crossings;
  }
  return { count, edges };
}
