import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Client, openMemory, things } from './open-for-test';

const scalar = fc.oneof(
  fc.integer({ min: -2, max: 3 }),
  fc.constantFrom('', 'a', 'ab', '中', '\u0000', '\u0001a', 'a\u0002'),
  fc.boolean(),
  fc.constant(null),
  fc.integer({ min: 0, max: 3 }).map((day) => new Date(day)),
  fc.constantFrom(1.5, -0, 1e300, -1e-7),
);
const value = fc.oneof({ weight: 4, arbitrary: scalar }, fc.array(scalar, { maxLength: 3 }));
const item = fc.record({ x: scalar, y: scalar }, { requiredKeys: [] });
const thing = fc.record(
  { a: value, b: scalar, c: fc.oneof(scalar, item, fc.array(item, { maxLength: 2 })) },
  { requiredKeys: [] },
);

const comparison = fc.oneof(
  scalar,
  fc.record({ $eq: scalar }),
  fc.record({ $in: fc.array(scalar, { minLength: 1, maxLength: 3 }) }),
  fc
    .record({ $gt: scalar, $lt: scalar }, { requiredKeys: [] })
    .filter((range) => Object.keys(range).length > 0),
  fc.record({ $gte: scalar, $lte: scalar }, { requiredKeys: ['$gte'] }),
  fc.record({ $ne: scalar }),
  fc.record({ $exists: fc.boolean() }),
);
const conditions = fc.record(
  { a: comparison, b: comparison, 'c.x': comparison, 'c.y': comparison },
  { requiredKeys: [] },
);
const query = fc.oneof(
  conditions,
  fc.tuple(conditions, conditions).map((both) => ({ $and: both })),
);

const INDEXED = things([
  { name: 'a', keys: [{ name: 'a', direction: 1 }] },
  {
    name: 'b_a',
    keys: [
      { name: 'b', direction: 1 },
      { name: 'a', direction: -1 },
    ],
  },
  {
    name: 'c',
    keys: [
      { name: 'c.x', direction: 1 },
      { name: 'c.y', direction: 1 },
    ],
  },
]);

describe('an index', () => {
  test('finds exactly what a scan finds, in the same order, before and after changes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(thing, { maxLength: 12 }),
        fc.array(query, { maxLength: 6 }),
        thing,
        async (all, queries, extra) => {
          const databases = [openMemory({ indexes: INDEXED }), openMemory()];
          const [indexed, scanned] = databases.map((database) => new Client(database)) as [Client, Client];
          const compare = async () => {
            for (const one of queries) expect(await indexed.find(one)).toEqual(await scanned.find(one));
          };
          for (const client of [indexed, scanned])
            await client.insert(...all.map((one, _id) => ({ ...one, _id })), { _id: 99 });
          await compare();
          for (const client of [indexed, scanned]) {
            await client.update({ _id: { $lt: 3 } }, { $set: { touched: true, ...extra } });
            await client.update({ b: 1 }, { $unset: { a: '' } });
          }
          await compare();
          await Promise.all(databases.map((database) => database.close()));
        },
      ),
      { numRuns: 120 },
    );
  });
});
