import { describe, expect, test } from '@jest/globals';
import { PathFinder } from '@core/domain/guide/find-path';
import { buildRouteIndex, sizeOf } from '@core/domain/guide/route-index';
import type { WalkingGraph } from '@core/domain/guide/walking-graph';
import * as fc from 'fast-check';
import { costAlong, dijkstra } from './dijkstra';
import { buildingOf, buildingShape } from './generated-building';

/** Compares the answers from a few starts to everywhere. */
function expectShortest(graph: WalkingGraph, starts: readonly number[]): void {
  const finder = new PathFinder(buildRouteIndex(graph));
  for (const start of starts) {
    const expected = dijkstra(graph, start);
    for (let goal = 0; goal < graph.count; goal += 1) {
      const path = finder.find(start, goal);
      if (expected[goal] === Infinity) {
        expect(path).toBeNull();
        continue;
      }
      expect(path?.cost).toBe(expected[goal]);
      expect(path?.nodes[0]).toBe(start);
      expect(path?.nodes.at(-1)).toBe(goal);
      expect(costAlong(graph, path?.nodes ?? [])).toBe(expected[goal]);
    }
  }
}

describe('the quickest way', () => {
  test('costs what Dijkstra finds, in any generated building, and can be walked', () => {
    fc.assert(
      fc.property(buildingShape, (shape) => {
        const graph = buildingOf(shape);
        expectShortest(graph, [0, Math.floor(graph.count / 2), graph.count - 1]);
      }),
      { numRuns: 40 },
    );
  });

  test('is found in any graph at all, also one in pieces or with two links between neighbours', () => {
    const node = fc.nat({ max: 11 });
    const edge = fc
      .record({ a: node, b: node, cost: fc.integer({ min: 1, max: 5 }) })
      .filter(({ a, b }) => a !== b);
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 30 }), (edges) => {
        expectShortest({ count: 12, edges }, [0, 5, 11]);
      }),
      { numRuns: 60 },
    );
  });

  test('from a place to itself is to stay there', () => {
    const finder = new PathFinder(buildRouteIndex({ count: 2, edges: [] }));
    expect(finder.find(1, 1)).toEqual({ nodes: [1], cost: 0 });
    expect(finder.find(0, 1)).toBeNull();
    expect(finder.find(0, 7)).toBeNull();
  });

  test('of 10,000 nodes on 10 floors takes an index of at most 300 KB', () => {
    const graph = buildingOf({ floors: 10, across: 5, down: 5, doors: 13, lifts: 8, seed: 20 });
    expect(graph.count).toBeGreaterThanOrEqual(10_000);
    expect(sizeOf(buildRouteIndex(graph))).toBeLessThanOrEqual(300 * 1024);
  });

  test('a link of two hours and a plan of a whole town are refused, not answered wrongly', () => {
    expect(() => buildRouteIndex({ count: 2, edges: [{ a: 0, b: 1, cost: 70_000 }] })).toThrow(RangeError);
    expect(() => buildRouteIndex({ count: 70_000, edges: [] })).toThrow(RangeError);
  });
});
