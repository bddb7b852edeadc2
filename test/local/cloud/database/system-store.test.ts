import { describe, expect, test } from '@jest/globals';
import type { OperationReport } from '../../../../local/cloud/database';
import { CloudError } from '../../../../local/cloud/protocol/cloud-error';
import { Client, openMemory } from './open-for-test';

describe("the local cloud's own records", () => {
  test('are put, replaced, listed by id and deleted', async () => {
    const database = openMemory();
    const { system } = database;
    await system.put('payment', 'b', { fen: 1 });
    await system.put('payment', 'a', [null]);
    await system.put('payment', 'b', { fen: 2 });
    await system.put('timer', 'a', 'other kind');
    expect(system.get('payment', 'b')).toEqual({ fen: 2 });
    expect(system.list('payment')).toEqual([
      { id: 'a', value: [null] },
      { id: 'b', value: { fen: 2 } },
    ]);
    await system.delete('payment', 'a');
    expect(system.get('payment', 'a')).toBeUndefined();
    expect(system.list('none')).toEqual([]);
    await database.close();
  });

  test('share a commit with documents written in the same turn', async () => {
    const database = openMemory();
    const before = database.stats().commits;
    await Promise.all([database.system.put('k', 'a', 1), new Client(database).insert({ _id: 'x' })]);
    expect(database.stats().commits - before).toBe(1);
    await database.close();
  });
});

describe('hooks', () => {
  test('every operation is reported with its kind, collection, caller and documents', async () => {
    const database = openMemory();
    const reports: OperationReport[] = [];
    const stop = database.onOperation((report) => reports.push(report));
    await database.handle('database.insertDocument', {
      ...{ collectionName: 'things', data: ['{"_id":"a"}', '{"_id":"b"}'] },
      ...{ requestId: 'r1', wxCloudApiToken: 'token' },
    });
    await new Client(database).find({});
    await expect(new Client(database).insert({ _id: 'a' })).rejects.toBeInstanceOf(CloudError);
    stop();
    await new Client(database).find({});
    expect(reports).toEqual([
      {
        ...{ action: 'database.insertDocument', collection: 'things', kind: 'write', documents: 2 },
        ...{ examined: 0, ok: true },
        ...{ requestId: 'r1', wxCloudApiToken: 'token' },
      },
      {
        action: 'database.getDocument',
        collection: 'things',
        queryType: 'WHERE',
        kind: 'read',
        documents: 2,
        examined: 2,
        ok: true,
      },
      {
        ...{ action: 'database.insertDocument', collection: 'things', kind: 'write', documents: 0 },
        ...{ examined: 0, ok: false },
      },
    ]);
    await database.close();
  });

  test('a fault answers in place of the operation', async () => {
    let broken = true;
    const database = openMemory({
      faults: ({ action, collection }) => {
        expect([action, collection]).toEqual(['database.insertDocument', 'things']);
        if (broken) throw new CloudError('EXCEED_REQUEST_LIMIT', 'quota');
      },
    });
    const client = new Client(database);
    await expect(client.insert({ _id: 'a' })).rejects.toMatchObject({ code: 'EXCEED_REQUEST_LIMIT' });
    broken = false;
    await client.insert({ _id: 'a' });
    await database.close();
  });
});
