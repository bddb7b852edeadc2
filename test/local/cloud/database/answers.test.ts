import { describe, expect, test } from '@jest/globals';
import { Client, ejson, openMemory, things } from './open-for-test';

const HALF = 'x'.repeat(9_000_000);

describe('limits of a database', () => {
  test('an answer of more than 16 MB is refused, whether of get or of aggregate', async () => {
    const database = openMemory();
    await new Client(database).insert({ _id: 1, text: HALF });
    await new Client(database).insert({ _id: 2, text: HALF });
    const get = (query: object) =>
      database.handle('database.getDocument', {
        collectionName: 'things',
        queryType: 'WHERE',
        query: ejson(query),
      });
    await expect(get({})).rejects.toMatchObject({ code: 'DATABASE_REQUEST_FAILED' });
    await expect(get({})).rejects.toThrow('larger than 16 MB');
    const stages: unknown[] = [];
    await expect(
      database.handle('database.aggregateDocuments', { collectionName: 'things', stages }),
    ).rejects.toThrow('larger than 16 MB');
    await expect(get({ _id: 2 })).resolves.toBeDefined();
    await database.close();
  });

  test('a collection has at most twenty indexes, and none on places is unique', () => {
    const many = Array.from({ length: 21 }, (_, n) => ({
      name: `i${n}`,
      keys: [{ name: `f${n}`, direction: 1 as const }],
    }));
    expect(() => openMemory({ indexes: things(many) })).toThrow('has 21 indexes, more than 20');
    const unique = [{ name: 'place', unique: true, keys: [{ name: 'at', direction: '2dsphere' as const }] }];
    expect(() => openMemory({ indexes: things(unique) })).toThrow('is on places and cannot be unique');
  });

  test('chance can be given, so that a sample is drawn the same way again', async () => {
    const draw = async () => {
      let state = 7;
      const random = () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
      const database = openMemory({ random });
      await new Client(database).insert(...Array.from({ length: 30 }, (_, _id) => ({ _id })));
      const stages = [{ stageKey: '$sample', stageValue: ejson({ size: 5 }) }];
      const { data } = await database.handle('database.aggregateDocuments', {
        collectionName: 'things',
        stages,
      });
      await database.close();
      return data;
    };
    expect(await draw()).toEqual(await draw());
  });
});
