import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { DatabaseWarning, LocalDatabase, OperationReport } from '../../../../local/cloud/database';
import { Client, ejson, openMemory, things } from './open-for-test';

const MANY = 1200;
const INDEXES = things([
  { name: 'by_day', keys: [{ name: 'day', direction: 1 }] },
  { name: 'by_place', keys: [{ name: 'at', direction: '2dsphere' }] },
]);

describe('what a search costs', () => {
  let database: LocalDatabase;
  let client: Client;
  let reports: OperationReport[];
  let warned: DatabaseWarning[];

  beforeEach(async () => {
    database = openMemory({ indexes: INDEXES });
    client = new Client(database);
    reports = [];
    warned = [];
    await client.insert(
      ...Array.from({ length: MANY }, (_, n) => ({ _id: n, day: n % 3, status: n % 100, n })),
    );
    database.onOperation((report) => reports.push(report));
    database.onWarning((warning) => warned.push(warning));
  });

  afterEach(() => database.close());

  const last = () => reports[reports.length - 1];

  test('is reported with each operation: documents examined, and the index that led to them', async () => {
    await client.find({ day: 1, n: { $lt: 10 } });
    expect(last()).toMatchObject({ documents: 3, examined: 400, index: 'by_day' });
    await client.read(7);
    expect(last()).toMatchObject({ documents: 1, examined: 1, index: '_id_' });
    await client.update({ _id: 7, n: 7 }, { $set: { n: 8 } });
    expect(last()).toMatchObject({ documents: 1, examined: 1, index: '_id_' });
    await client.find({ status: 5 });
    expect(last()).toMatchObject({ documents: 12, examined: MANY });
    expect(last()).not.toHaveProperty('index');
  });

  test('ends where as many are found as are wanted, unless there is an order to keep', async () => {
    const body = {
      collectionName: 'things',
      queryType: 'WHERE',
      query: ejson({ status: 5 }),
      offset: 1,
      limit: 2,
    };
    await database.handle('database.getDocument', body);
    expect(last()).toMatchObject({ documents: 2, examined: 206 });
    await database.handle('database.getDocument', { ...body, order: ejson({ n: -1 }) });
    expect(last()).toMatchObject({ documents: 2, examined: MANY });
  });

  test('includes the joins of an aggregation', async () => {
    const lookup = { from: 'things', localField: '_id', foreignField: '_id', as: 'same' };
    await database.handle('database.aggregateDocuments', {
      collectionName: 'things',
      stages: [
        { stageKey: '$match', stageValue: ejson({ day: 1 }) },
        { stageKey: '$limit', stageValue: '5' },
        { stageKey: '$lookup', stageValue: ejson(lookup) },
      ],
    });
    expect(last()).toMatchObject({ documents: 5, examined: 405, index: '_id_' });
  });

  test('is warned of once for each shape of query, with the index that it wants', async () => {
    await client.find({ status: 5, n: { $gt: 10 } });
    await client.find({ n: { $gt: 700 }, status: 9 });
    await client.find({ status: 5, n: { $gt: 20 } });
    expect(warned.map(({ text }) => text)).toEqual([
      'things: 1200 documents examined to find 11 for {n <>, status =}; an index on status, n would serve it',
    ]);
    expect(database.warnings().map(({ times }) => times)).toEqual([3]);
  });

  test('is no cause for warning when all is wanted, when few are examined, or when a place is asked for', async () => {
    await client.find({});
    await client.find({ day: 1, n: 4 });
    await client.find({
      at: { $nearSphere: { $geometry: { type: 'Point', coordinates: [1, 1] }, $maxDistance: 5 } },
    });
    expect(warned).toEqual([]);
  });

  test('names the order as a part of the index it wants, and says where none can help', async () => {
    const order = ejson({ n: -1 });
    const body = {
      collectionName: 'things',
      queryType: 'WHERE',
      query: ejson({ status: 5 }),
      order,
      limit: 1,
    };
    await database.handle('database.getDocument', body);
    await client.find({ n: { $ne: 4 } });
    expect(warned.map(({ shape, wanted }) => [shape, wanted])).toEqual([
      ['{status =} by n', 'an index on status, n would serve it'],
      ['{n $ne}', 'no index can serve it'],
    ]);
  });

  test('leaves no trace where a person beside the application asks', async () => {
    const before = database.describe();
    const page = { collectionName: 'things', queryType: 'WHERE' };
    const heard = reports.length;
    for (const query of [{ status: 5 }, { day: 1 }, { _id: 1 }]) {
      await database.handleUnseen('database.getDocument', { ...page, query: ejson(query) });
      await database.handleUnseen('database.calculateDocument', { ...page, query: ejson(query) });
    }
    await database.handleUnseen('database.getDocument', {
      ...page,
      queryType: 'DOC',
      query: ejson({ _id: 1 }),
    });
    expect(database.describe()).toEqual(before);
    expect(database.warnings()).toEqual([]);
    expect(reports).toHaveLength(heard);
  });

  test('shows in the description of the collections', async () => {
    await client.find({ day: 1 });
    await client.read(1);
    expect(database.describe()).toEqual([
      {
        name: 'things',
        documents: MANY,
        indexes: [
          { name: '_id_', unique: true, keys: [{ name: '_id', direction: 1 }], uses: 1 },
          { name: 'by_day', unique: false, keys: [{ name: 'day', direction: 1 }], uses: 1 },
          { name: 'by_place', unique: false, keys: [{ name: 'at', direction: '2dsphere' }], uses: 0 },
        ],
      },
    ]);
  });
});
