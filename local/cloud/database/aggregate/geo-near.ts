import { requestFailed } from '../failures';
import { splitPath } from '../expression/field-path';
import { readNear, type Near } from '../geo/distance';
import { visitPath } from '../query/lookup';
import { splitNear } from '../query/near';
import type { Collection } from '../store/collection';
import type { Nearby } from '../store/search';
import { isDocument, type Document, type Value } from '../values/value';
import { withField } from './set-path';

/** `$geoNear`, read: what to search for, and how its documents come out. */
export interface GeoNear {
  readonly question: { near: Near; rest: Document };
  readonly decorate: (nearby: Nearby) => Document;
  readonly limit: number;
}

const KNOWN = [
  ...['near', 'distanceField', 'spherical', 'maxDistance', 'minDistance', 'query'],
  ...['distanceMultiplier', 'includeLocs', 'key', 'limit', 'num'],
];

/** The field whose index is used: the one there is, or the one that is named. */
function pathOf({ key }: Document, collection: Collection): string {
  const paths = collection.indexes.flatMap(({ geo }) => (geo === undefined ? [] : [geo]));
  if (key !== undefined) {
    if (typeof key !== 'string') throw requestFailed("$geoNear parameter 'key' must be of type string");
    return key;
  }
  const [path, more] = paths;
  if (path === undefined)
    throw requestFailed('$geoNear requires a 2d or 2dsphere index, but none were found');
  if (more !== undefined)
    throw requestFailed(
      `There is more than one 2dsphere index on ${collection.name}; unsure which to use for $geoNear`,
    );
  return path;
}

function fieldName(options: Document, name: 'distanceField' | 'includeLocs'): readonly string[] | undefined {
  const value = options[name];
  if (value === undefined) return undefined;
  if (typeof value !== 'string')
    throw requestFailed(`$geoNear requires that the '${name}' option is a String`);
  return splitPath(value);
}

function count(options: Document): number {
  const limit = options['limit'] ?? options['num'] ?? Infinity;
  if (typeof limit !== 'number' || limit <= 0)
    throw requestFailed('$geoNear limit must be a positive number');
  return limit;
}

function placeOf(document: Document, path: string): Value {
  let place: Value = null;
  visitPath(document, path.split('.'), (value) => {
    place = value ?? null;
    return value !== undefined;
  });
  return place;
}

/** Reads `$geoNear` for a collection. `limit` is the option that WeChat documents; without it there is no bound. */
export function readGeoNear(options: Document, collection: Collection): GeoNear {
  const unknown = Object.keys(options).find((name) => !KNOWN.includes(name));
  if (unknown !== undefined) throw requestFailed(`Unknown argument to $geoNear: ${unknown}`);
  const distanceField = fieldName(options, 'distanceField');
  if (distanceField === undefined)
    throw requestFailed("$geoNear requires that the 'distanceField' option is a String");
  const { near: geometry, query = {}, distanceMultiplier: factor = 1 } = options;
  if (geometry === undefined) throw requestFailed("$geoNear requires a 'near' argument");
  if (options['spherical'] === false)
    throw requestFailed('$geoNear on the plane is not answered by the local cloud: spherical must be true');
  if (!isDocument(query)) throw requestFailed("$geoNear requires that the 'query' option is an object");
  if (splitNear(query).near !== undefined)
    throw requestFailed('$geoNear, $near, and $nearSphere are not allowed in this context');
  if (typeof factor !== 'number' || factor < 0)
    throw requestFailed("$geoNear requires that the 'distanceMultiplier' option is a non-negative number");
  const path = pathOf(options, collection);
  const includeLocs = fieldName(options, 'includeLocs');
  const { minDistance: least, maxDistance: most } = options;
  return {
    question: { near: readNear(path, { geometry, least, most }), rest: query },
    limit: count(options),
    decorate({ stored: { document }, distance }) {
      const measured = withField(document, distanceField, distance * factor);
      return includeLocs === undefined ? measured : withField(measured, includeLocs, placeOf(document, path));
    },
  };
}
