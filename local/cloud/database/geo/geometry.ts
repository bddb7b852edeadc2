import { requestFailed } from '../failures';
import { show } from '../values/show';
import { isDocument, isList, type Value } from '../values/value';
import { isSame, vectorOf, type Arc, type Position, type Vector } from './sphere';

/** A ring and the holes in it; every ring is a list of points whose last is not repeated. */
export type Rings = readonly (readonly Vector[])[];

/** A geometry taken apart. */
export interface Geometry {
  readonly points: readonly Vector[];
  readonly lines: readonly (readonly Vector[])[];
  readonly polygons: readonly Rings[];
  /** The position of a Point, in degrees. */
  readonly position: Position | undefined;
}

const NOTHING: Geometry = { points: [], lines: [], polygons: [], position: undefined };

function list(value: Value | undefined, what: string): readonly Value[] {
  if (!isList(value)) throw requestFailed(`${what} must be an array`);
  return value;
}

function position(value: Value | undefined): Position {
  const [longitude, latitude] = list(value, 'Point');
  if (typeof longitude !== 'number' || typeof latitude !== 'number')
    throw requestFailed('Point must only contain numeric elements');
  if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90))
    throw requestFailed(`longitude/latitude is out of bounds, lng: ${longitude} lat: ${latitude}`);
  return [longitude, latitude];
}

function points(value: Value | undefined, what: string): Vector[] {
  return list(value, what).map((one) => vectorOf(position(one)));
}

function line(value: Value | undefined): readonly Vector[] {
  const found = points(value, 'GeoJSON LineString coordinates');
  if (found.length < 2) throw requestFailed('GeoJSON LineString must have at least 2 vertices');
  return found;
}

function ring(value: Value): readonly Vector[] {
  const found = points(value, 'Polygon loop');
  const [first] = found;
  const last = found[found.length - 1];
  if (first === undefined || last === undefined || found.length < 4)
    throw requestFailed('Loop must have at least 3 different vertices');
  if (!isSame(first, last)) throw requestFailed(`Loop is not closed: ${show(value)}`);
  return found.slice(0, -1);
}

function rings(value: Value | undefined): Rings {
  const found = list(value, 'Polygon coordinates').map(ring);
  if (found.length === 0) throw requestFailed('Polygon has no loops.');
  return found;
}

const READERS: Readonly<Record<string, (coordinates: Value | undefined) => Partial<Geometry>>> = {
  Point: (value) => ({ points: [vectorOf(position(value))], position: position(value) }),
  LineString: (value) => ({ lines: [line(value)] }),
  Polygon: (value) => ({ polygons: [rings(value)] }),
  MultiPoint: (value) => ({ points: points(value, 'MultiPoint coordinates') }),
  MultiLineString: (value) => ({ lines: list(value, 'MultiLineString coordinates').map(line) }),
  MultiPolygon: (value) => ({ polygons: list(value, 'MultiPolygon coordinates').map(rings) }),
};

/** Reads a GeoJSON object; throws MongoDB's refusal of one that is none. */
export function readGeometry(value: Value | undefined): Geometry {
  if (!isDocument(value)) throw requestFailed(`geometry must be an object: ${show(value)}`);
  const { type, coordinates } = value;
  const read = typeof type === 'string' && Object.hasOwn(READERS, type) ? READERS[type] : undefined;
  if (read === undefined) throw requestFailed(`unknown GeoJSON type: ${show(value)}`);
  return { ...NOTHING, ...read(coordinates) };
}

/** A pair of numbers `[longitude, latitude]`, the form of coordinates before GeoJSON. */
function legacyPair(value: Value): Geometry | undefined {
  if (!isList(value) || value.length < 2 || !value.every((one) => typeof one === 'number')) return undefined;
  const [longitude = 0, latitude = 0] = value as number[];
  if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) return undefined;
  return { ...NOTHING, points: [vectorOf([longitude, latitude])], position: [longitude, latitude] };
}

/** The geometries that a field holds: GeoJSON, a pair of coordinates, or an array of these; what is neither is none. */
export function geometriesOf(value: Value | undefined): Geometry[] {
  if (value === undefined || value === null) return [];
  const pair = legacyPair(value);
  if (pair !== undefined) return [pair];
  if (isList(value)) return value.flatMap(geometriesOf);
  try {
    return [readGeometry(value)];
  } catch {
    return [];
  }
}

/** The edges of a line, or of a ring when it is closed. */
export function arcsOf(vertices: readonly Vector[], closed: boolean): Arc[] {
  const arcs: Arc[] = [];
  for (const [at, from] of vertices.entries()) {
    const to = vertices[at + 1] ?? (closed ? vertices[0] : undefined);
    if (to !== undefined) arcs.push([from, to]);
  }
  return arcs;
}
