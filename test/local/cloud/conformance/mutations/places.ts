import type { Mutation } from '../mutation';

/** Places, and elements of arrays that an update names by a dollar. */
export const PLACES_MUTATIONS: readonly Mutation[] = [
  {
    file: 'database/store/search.ts',
    find: 'return nearby.sort((left, right) => left.distance - right.distance);',
    replace: 'return nearby;',
    expectFailing: [
      'geoNear finds the nearest first',
      'geoNear goes along with other conditions and with an order of its own',
    ],
  },
  {
    file: 'database/geo/sphere.ts',
    find: 'EARTH_RADIUS = 6_378_100',
    replace: 'EARTH_RADIUS = 6_300_000',
    expectFailing: [
      'geoNear keeps to its bounds in metres',
      'the stage geoNear adds the distance, filters, multiplies and limits',
    ],
  },
  {
    file: 'database/store/search.ts',
    find: `if (index === undefined) throw requestFailed('unable to find index for $geoNear query');`,
    replace: 'if (index === undefined) return { name: path, uses: 0 } as CollectionIndex;',
    expectFailing: ['geoNear needs an index on places'],
  },
  {
    file: 'database/values/decode.ts',
    find: 'if (Array.isArray(raw)) return raw.map((item) => this.value(item, depth + 1));',
    replace: 'if (Array.isArray(raw)) return raw.map((item) => this.value(item, depth + 1)).reverse();',
    expectFailing: ['a place comes back as a point of the SDK'],
  },
  {
    file: 'database/store/entry-moves.ts',
    find: 'if (after !== undefined) checkGeoField(after.document, index.geo);',
    replace: 'if (after === undefined) checkGeoField({}, index.geo);',
    expectFailing: ['an index on places refuses what is no place, and takes documents without one'],
  },
  {
    file: 'database/geo/inside.ts',
    find: 'for (const inHole of inHoles) {',
    replace: 'for (const inHole of inHoles.slice(1)) {',
    expectFailing: ['geoWithin finds points in a polygon, not those in its hole'],
  },
  {
    file: 'database/geo/geometry.ts',
    find: `list(value, 'MultiPolygon coordinates').map(rings)`,
    replace: `list(value, 'MultiPolygon coordinates').slice(1).map(rings)`,
    expectFailing: ['geoWithin finds points in any of several polygons'],
  },
  {
    file: 'database/geo/inside.ts',
    find: 'return [dot(point, this.right) / depth, dot(point, this.up) / depth];',
    replace: 'return [Math.atan2(point[1], point[0]), Math.asin(point[2])];',
    expectFailing: ['the edges of a polygon are great circles, not parallels'],
  },
  {
    file: 'database/geo/conditions.ts',
    find: 'angleBetween(vertex, middle) <= radius',
    replace: 'angleBetween(vertex, middle) <= radius / 6378.1',
    expectFailing: ['geoWithin takes a circle with its radius in radians'],
  },
  {
    file: 'database/geo/shape.ts',
    find: 'other.areas.some((area) => this.overlaps(area))',
    replace: 'other.areas.length > 9',
    expectFailing: ['geoIntersects finds what has a point in common with a polygon'],
  },
  {
    file: 'database/geo/shape.ts',
    find: '    arcsCross(left, right) ||',
    replace: '',
    expectFailing: ['geoIntersects tells whether lines cross and whether a point lies on one'],
  },
  {
    file: 'database/aggregate/pipeline.ts',
    find: `if (name === '$geoNear') throw`,
    replace: `if (name === '$geoNear') return (documents) => documents; else if (name === '') throw`,
    expectFailing: ['the stage geoNear must be the first'],
  },
  {
    file: 'database/aggregate/geo-near.ts',
    find: 'if (more !== undefined)',
    replace: `if (more === '')`,
    expectFailing: ['the stage geoNear asks which index to use where there are several'],
  },
  {
    file: 'database/update/positional.ts',
    find: `if (part === '$') return put(`,
    replace: `if (part === '$') return put(0 * `,
    expectFailing: [
      'a dollar in an update is the first element that the query matched',
      'a dollar in an update also follows elemMatch',
    ],
  },
  {
    file: 'database/update/positional.ts',
    find: 'if (at < 0) throw requestFailed(',
    replace: 'if (at < -1) throw requestFailed(',
    expectFailing: ['a dollar without a condition on the array is refused'],
  },
  {
    file: 'database/update/positional.ts',
    find: 'return list.flatMap((_, position) => put(position));',
    replace: 'return list.slice(0, 1).flatMap((_, position) => put(position));',
    expectFailing: ['a dollar with brackets is every element, whatever the query matched'],
  },
  {
    file: 'database/update/positional.ts',
    find: 'throw requestFailed(`Cannot apply array updates to non-array element',
    replace: 'return []; throw requestFailed(`Cannot apply array updates to non-array element',
    expectFailing: ['a dollar with brackets needs an array'],
  },
];
