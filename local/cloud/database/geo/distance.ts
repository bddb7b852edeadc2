import { requestFailed } from '../failures';
import { show } from '../values/show';
import { isDocument, type Document, type Value } from '../values/value';
import { arcsOf, geometriesOf, readGeometry, type Geometry } from './geometry';
import { polygonTest } from './inside';
import { angleBetween, angleToArc, EARTH_RADIUS, type Vector } from './sphere';

/** What "near" asks for: a point and bounds in metres. */
export interface Near {
  readonly path: string;
  readonly centre: Vector;
  readonly least: number;
  readonly most: number;
}

/** Distance in metres from a point to a geometry; 0 within a polygon. */
function distanceTo(centre: Vector, { points, lines, polygons }: Geometry): number {
  if (polygons.some((rings) => polygonTest(rings)(centre) !== 'outside')) return 0;
  const arcs = [
    ...lines.flatMap((line) => arcsOf(line, false)),
    ...polygons.flatMap((rings) => rings.flatMap((ring) => arcsOf(ring, true))),
  ];
  const angles = [
    ...points.map((point) => angleBetween(centre, point)),
    ...arcs.map((arc) => angleToArc(centre, arc)),
  ];
  return Math.min(...angles) * EARTH_RADIUS;
}

/** The nearest geometry a field holds: its distance in metres and its place in the field. */
export function nearestOf(near: Near, value: Value | undefined): number | undefined {
  const distances = geometriesOf(value).map((geometry) => distanceTo(near.centre, geometry));
  const least = Math.min(...distances);
  return distances.length > 0 && least >= near.least && least <= near.most ? least : undefined;
}

function metres(name: string, value: Value | undefined, otherwise: number): number {
  if (value === undefined) return otherwise;
  if (typeof value !== 'number') throw requestFailed(`${name} must be a number`);
  if (!(value >= 0)) throw requestFailed(`${name} must be non-negative`);
  return value;
}

/** The bounds and the point of `$nearSphere` or `$geoNear`. */
export function readNear(
  path: string,
  options: { geometry: Value | undefined; least: Value | undefined; most: Value | undefined },
): Near {
  const { points, position } = readGeometry(options.geometry);
  const [centre] = points;
  if (centre === undefined || position === undefined)
    throw requestFailed(`$near requires a point, given ${show(options.geometry)}`);
  return {
    path,
    centre,
    least: metres('$minDistance', options.least, 0),
    most: metres('$maxDistance', options.most, Infinity),
  };
}

/** Reads `{ $nearSphere: { $geometry, $minDistance, $maxDistance } }` on a field. */
export function readNearSphere(path: string, condition: Document): Near {
  const { $nearSphere, $near = $nearSphere, ...others } = condition;
  const [other] = Object.keys(others);
  if (other !== undefined) throw requestFailed(`$near cannot be used with ${other} on the field ${path}`);
  if (!isDocument($near)) throw requestFailed('$near must be an object with $geometry');
  const { $geometry, $minDistance, $maxDistance } = $near;
  if ($geometry === undefined)
    throw requestFailed('$near without $geometry is not answered by the local cloud: give a GeoJSON point');
  return readNear(path, { geometry: $geometry, least: $minDistance, most: $maxDistance });
}
