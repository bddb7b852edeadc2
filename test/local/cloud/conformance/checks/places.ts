import assert from 'node:assert/strict';
import type { Check, CheckEnvironment } from '../check';
import { fill, idsOf, refused } from '../expect';
import type { Data } from '../sdk';

const NEAR = 'WeChat reference, Command.geoNear; MongoDB manual, $nearSphere';
const WITHIN = 'WeChat reference, Command.geoWithin';
const INTERSECTS = 'WeChat reference, Command.geoIntersects';
const STAGE = 'WeChat reference, Aggregate.geoNear';

/** Longitude and latitude of four places around 113 E 23 N; the last one is far away. */
const SPOTS = [
  [113.3, 23.1],
  [113.31, 23.1],
  [113.3, 23.2],
  [116.4, 39.9],
] as const;

function at({ db }: CheckEnvironment, longitude: number, latitude: number): unknown {
  return db.Geo.Point(longitude, latitude);
}

/** A closed line through corners given as pairs. */
function ring(env: CheckEnvironment, ...corners: [number, number][]): unknown {
  return env.db.Geo.LineString([...corners, ...corners.slice(0, 1)].map(([x, y]) => at(env, x, y)));
}

function square(env: CheckEnvironment, [x, y]: [number, number], size: number): unknown {
  return ring(env, [x, y], [x + size, y], [x + size, y + size], [x, y + size]);
}

async function fillPlaces(env: CheckEnvironment, extra: Data[] = []): Promise<void> {
  const spots = SPOTS.map(([x, y], n) => ({ at: at(env, x, y), even: n % 2 === 0 }));
  await fill(env.db.collection('places'), [...spots, ...extra]);
}

async function finding(env: CheckEnvironment, query: Data, expected: number[]): Promise<void> {
  await fillPlaces(env);
  assert.deepEqual(await idsOf(env.db.collection('places').where(query)), expected);
}

/** where() and aggregate() on places. */
export const PLACE_CHECKS: Check[] = [
  {
    name: 'geoNear finds the nearest first',
    source: NEAR,
    run: (env) => finding(env, { at: env._.geoNear({ geometry: at(env, 113.309, 23.1) }) }, [1, 0, 2, 3]),
  },
  {
    name: 'geoNear keeps to its bounds in metres',
    source: `${NEAR}: one hundredth of a degree of longitude at 23.1 N is 1024 m`,
    async run(env) {
      const near = (bounds: Data) => ({ at: env._.geoNear({ geometry: at(env, 113.3, 23.1), ...bounds }) });
      await finding(env, near({ maxDistance: 1030 }), [0, 1]);
      const where = (query: Data) => idsOf(env.db.collection('places').where(query));
      assert.deepEqual(await where(near({ maxDistance: 1020 })), [0]);
      assert.deepEqual(await where(near({ minDistance: 1020, maxDistance: 12_000 })), [1, 2]);
    },
  },
  {
    name: 'geoNear goes along with other conditions and with an order of its own',
    source: NEAR,
    async run(env) {
      await fillPlaces(env);
      const query = { even: true, at: env._.geoNear({ geometry: at(env, 116, 39) }) };
      const found = env.db.collection('places').where(query);
      assert.deepEqual(await idsOf(found), [2, 0]);
      assert.deepEqual(await idsOf(found.orderBy('_id', 'asc')), [0, 2]);
    },
  },
  {
    name: 'geoNear needs an index on places',
    source:
      'MongoDB: unable to find index for $geoNear query; WeChat guide: the field needs a geographical index',
    async run(env) {
      await fill(env.plain, [{ at: at(env, 113, 23) }]);
      const call = env.plain.where({ at: env._.geoNear({ geometry: at(env, 113, 23) }) }).get();
      await refused(call, -502001, 'unable to find index for $geoNear query');
    },
  },
  {
    name: 'a place comes back as a point of the SDK',
    source: 'experiment with the SDK: GeoJSON in a document is read as db.Geo',
    async run(env) {
      await fillPlaces(env);
      const { data } = await env.db.collection('places').doc(0).get();
      const { longitude, latitude } = data?.['at'] as { longitude: number; latitude: number };
      assert.deepEqual([longitude, latitude], [113.3, 23.1]);
    },
  },
  {
    name: 'an index on places refuses what is no place, and takes documents without one',
    source: "MongoDB: Can't extract geo keys",
    async run({ db }) {
      const places = db.collection('places');
      await places.add({ data: [{ name: 'no place' }, { at: null }] });
      await refused(places.add({ data: { at: 'here' } }), -502001, "Can't extract geo keys");
      const beyond = { type: 'Point', coordinates: [200, 0] };
      await refused(places.add({ data: { at: beyond } }), -502001, 'longitude/latitude is out of bounds');
      assert.equal((await places.count()).total, 2);
    },
  },
  {
    name: 'geoWithin finds points in a polygon, not those in its hole',
    source: WITHIN,
    async run(env) {
      const { Geo } = env.db;
      const polygon = Geo.Polygon([square(env, [113.2, 23], 0.3), square(env, [113.29, 23.19], 0.02)]);
      await finding(env, { at: env._.geoWithin({ geometry: polygon }) }, [0, 1]);
    },
  },
  {
    name: 'geoWithin finds points in any of several polygons',
    source: WITHIN,
    async run(env) {
      const { Geo } = env.db;
      const polygons = [
        Geo.Polygon([square(env, [116, 39], 1)]),
        Geo.Polygon([square(env, [113.305, 23.05], 0.1)]),
      ];
      await finding(env, { at: env._.geoWithin({ geometry: Geo.MultiPolygon(polygons) }) }, [1, 3]);
    },
  },
  {
    name: 'the edges of a polygon are great circles, not parallels',
    source: 'MongoDB manual, 2dsphere: geometry on a sphere',
    async run(env) {
      await fill(env.plain, [{ at: at(env, 0, 57) }, { at: at(env, 0, 45) }]);
      const wide = env.db.Geo.Polygon([ring(env, [-40, 40], [40, 40], [40, 50], [-40, 50])]);
      assert.deepEqual(await idsOf(env.plain.where({ at: env._.geoWithin({ geometry: wide }) })), [0]);
    },
  },
  {
    name: 'geoWithin takes a circle with its radius in radians',
    source: WITHIN,
    run: (env) =>
      finding(env, { at: env._.geoWithin({ centerSphere: [[113.3, 23.1], 1.03 / 6378.1] }) }, [0, 1]),
  },
  {
    name: 'geoIntersects finds what has a point in common with a polygon',
    source: INTERSECTS,
    async run(env) {
      const { Geo } = env.db;
      const line = (...corners: [number, number][]) => Geo.LineString(corners.map(([x, y]) => at(env, x, y)));
      await fill(env.plain, [
        { g: at(env, 1.5, 1.5) },
        { g: at(env, 3, 3) },
        { g: line([0, 1.5], [3, 1.5]) },
        { g: line([0, 0], [0, 3]) },
        { g: Geo.Polygon([square(env, [0, 0], 5)]) },
        { g: Geo.Polygon([square(env, [1.9, 1.9], 5)]) },
        { g: 'no place' },
      ]);
      const geometry = Geo.Polygon([square(env, [1, 1], 1)]);
      assert.deepEqual(await idsOf(env.plain.where({ g: env._.geoIntersects({ geometry }) })), [0, 2, 4, 5]);
    },
  },
  {
    name: 'geoIntersects tells whether lines cross and whether a point lies on one',
    source: INTERSECTS,
    async run(env) {
      const { Geo } = env.db;
      const line = (...corners: [number, number][]) => Geo.LineString(corners.map(([x, y]) => at(env, x, y)));
      await fill(env.plain, [
        { g: line([1, -1], [1, 1]) },
        { g: line([1, 1], [1, 2]) },
        { g: at(env, 1.5, 0) },
      ]);
      const geometry = line([0, 0], [2, 0]);
      assert.deepEqual(await idsOf(env.plain.where({ g: env._.geoIntersects({ geometry }) })), [0, 2]);
    },
  },
  {
    name: 'the stage geoNear adds the distance, filters, multiplies and limits',
    source: STAGE,
    async run(env) {
      await fillPlaces(env);
      const { list } = await env.db
        .collection('places')
        .aggregate()
        .geoNear({
          ...{
            near: at(env, 113.3, 23.1),
            spherical: true,
            distanceField: 'far.km',
            distanceMultiplier: 0.001,
          },
          ...{ query: { even: true }, maxDistance: 100_000, limit: 5, includeLocs: 'where' },
        })
        .end();
      const figures = list.map(({ _id, far }) => [_id, Number((far as Data)['km']).toFixed(3)]);
      assert.deepEqual(figures, [
        [0, '0.000'],
        [2, '11.132'],
      ]);
      assert.deepEqual(list[0]?.['where'], { type: 'Point', coordinates: [113.3, 23.1] });
    },
  },
  {
    name: 'the stage geoNear must be the first',
    source: STAGE,
    async run(env) {
      const call = env.db
        .collection('places')
        .aggregate()
        .match({ even: true })
        .geoNear({ near: at(env, 1, 1), spherical: true, distanceField: 'd' })
        .end();
      await refused(
        call,
        'DATABASE_REQUEST_FAILED',
        '$geoNear is only valid as the first stage in a pipeline',
      );
    },
  },
  {
    name: 'the stage geoNear asks which index to use where there are several',
    source: STAGE,
    async run(env) {
      const routes = env.db.collection('routes');
      await routes.add({ data: { _id: 'r', start: at(env, 1, 1), end: at(env, 2, 1) } });
      const near = { near: at(env, 1, 1), spherical: true, distanceField: 'd' };
      await refused(
        routes
          .aggregate()
          .geoNear({ ...near })
          .end(),
        'DATABASE_REQUEST_FAILED',
        'unsure which to use',
      );
      const { list } = await routes
        .aggregate()
        .geoNear({ ...near, key: 'end' })
        .end();
      assert.equal(Math.round(Number(list[0]?.['d'])), 111_302);
    },
  },
];
