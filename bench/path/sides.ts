import createGraph, { type Graph } from 'ngraph.graph';
import { aStar, nba, type PathFinder as NgraphFinder } from 'ngraph.path';
import { PathFinder } from '../../core/domain/guide/find-path';
import { buildRouteIndex, sizeOf } from '../../core/domain/guide/route-index';
import { LEAST_STOREY, type Building } from './building';

/** One way to answer "how do I get from a to b": the nodes on the way, both ends included. */
export interface Side {
  readonly name: string;
  readonly prepareMs: number;
  /** Bytes of what was prepared; null where nothing is. */
  readonly indexBytes: number | null;
  readonly find: (from: number, to: number) => readonly number[];
}

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly floor: number;
}

/** Never more than the rest of the way costs: both searches stay exact with it. */
const rest = (a: { readonly data: Spot }, b: { readonly data: Spot }): number =>
  Math.hypot(a.data.x - b.data.x, a.data.y - b.data.y) * 10 +
  Math.abs(a.data.floor - b.data.floor) * LEAST_STOREY;

function own(building: Building): Side {
  const startedAt = performance.now();
  const index = buildRouteIndex(building);
  const finder = new PathFinder(index);
  return {
    name: 'yilutong',
    prepareMs: performance.now() - startedAt,
    indexBytes: sizeOf(index),
    find: (from, to) => finder.find(from, to)?.nodes ?? [],
  };
}

type Search = (graph: Graph<Spot, number>) => NgraphFinder<Spot>;

const options = {
  distance: (_from: unknown, _to: unknown, link: { readonly data: number }) => link.data,
  heuristic: rest,
};

function ngraph(name: string, building: Building, search: Search): Side {
  const startedAt = performance.now();
  const graph: Graph<Spot, number> = createGraph();
  building.at.forEach((spot, node) => void graph.addNode(node, spot));
  for (const { a, b, cost } of building.edges) graph.addLink(a, b, cost);
  const finder = search(graph);
  return {
    name,
    prepareMs: performance.now() - startedAt,
    indexBytes: null,
    // It answers from the goal to the start.
    find: (from, to) => finder.find(from, to).map(({ id }) => Number(id)),
  };
}

/** Ours, and the two searches of ngraph.path that are exact. */
export const sidesOf = (building: Building): readonly Side[] => [
  own(building),
  ngraph('ngraph.path nba', building, (graph) => nba(graph, options)),
  ngraph('ngraph.path aStar', building, (graph) => aStar(graph, options)),
];
