import { requestFailed } from '../failures';
import { arcsOf, type Rings } from './geometry';
import { cross, dot, isOnArc, unit, type Vector } from './sphere';

/** Cosine of the widest polygon that can be seen as a whole from one side of the earth. */
const HORIZON = 1e-6;

/**
 * A view of the sphere from outside (a gnomonic projection): great circles become straight lines, so that plane
 * geometry answers for polygons that lie on one half of the earth.
 */
class View {
  private readonly right: Vector;
  private readonly up: Vector;

  constructor(private readonly centre: Vector) {
    const helper: Vector = Math.abs(centre[2]) < 0.9 ? [0, 0, 1] : [1, 0, 0];
    this.right = unit(cross(helper, centre)) ?? [1, 0, 0];
    this.up = cross(centre, this.right);
  }

  /** Place of a point in the picture; undefined for the far half. */
  see(point: Vector): readonly [number, number] | undefined {
    const depth = dot(point, this.centre);
    if (depth < HORIZON) return undefined;
    return [dot(point, this.right) / depth, dot(point, this.up) / depth];
  }
}

function centreOf(vertices: readonly Vector[]): Vector | undefined {
  const sum = vertices.reduce<Vector>(
    (total, vertex) => [total[0] + vertex[0], total[1] + vertex[1], total[2] + vertex[2]],
    [0, 0, 0],
  );
  return unit(sum);
}

/** Whether a ray to the right of the origin crosses the edges of a polygon an odd number of times. */
function encloses(
  vertices: readonly (readonly [number, number])[],
  [x, y]: readonly [number, number],
): boolean {
  let inside = false;
  let previous = vertices[vertices.length - 1];
  for (const vertex of vertices) {
    if (previous !== undefined && vertex[1] > y !== previous[1] > y) {
      const at = vertex[0] + ((y - vertex[1]) / (previous[1] - vertex[1])) * (previous[0] - vertex[0]);
      if (x < at) inside = !inside;
    }
    previous = vertex;
  }
  return inside;
}

/** Where a point is in a ring: on its edge, in it, or out of it. */
export type Place = 'inside' | 'edge' | 'outside';

/** Makes what tells where points are in a ring. Refuses a ring that does not lie on one half of the earth. */
export function ringTest(vertices: readonly Vector[]): (point: Vector) => Place {
  const centre = centreOf(vertices);
  const view = centre && new View(centre);
  const seen = vertices.map((vertex) => view?.see(vertex));
  const picture = seen.filter((place) => place !== undefined);
  if (view === undefined || picture.length < vertices.length)
    throw requestFailed('a polygon that is wider than half of the earth is not answered by the local cloud');
  const arcs = arcsOf(vertices, true);
  return (point) => {
    if (arcs.some((arc) => isOnArc(point, arc))) return 'edge';
    const place = view.see(point);
    return place !== undefined && encloses(picture, place) ? 'inside' : 'outside';
  };
}

/** Makes what tells where points are in a polygon with holes. */
export function polygonTest([outer = [], ...holes]: Rings): (point: Vector) => Place {
  const inOuter = ringTest(outer);
  const inHoles = holes.map(ringTest);
  return (point) => {
    const place = inOuter(point);
    if (place !== 'inside') return place;
    for (const inHole of inHoles) {
      const within = inHole(point);
      if (within !== 'outside') return within === 'edge' ? 'edge' : 'outside';
    }
    return 'inside';
  };
}
