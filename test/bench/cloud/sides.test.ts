import { describe, expect, test } from '@jest/globals';
import { openDatabase } from '../../../local/cloud/database';
import { fill } from '../../../bench/cloud/fill';
import { INDEXES } from '../../../bench/cloud/indexes';
import { COLLECTION, idOf } from '../../../bench/cloud/operation';
import { protocolDriver } from '../../../bench/cloud/protocol-driver';
import { work } from '../../../bench/cloud/work';

const open = async () => {
  const database = openDatabase({ path: ':memory:', indexes: INDEXES, now: () => 0 });
  await fill(database, 32);
  const driver = protocolDriver(
    (_client, action, body) => database.handle(action, body),
    () => database.close(),
  );
  const read = async (id: string): Promise<{ n: number } | undefined> => {
    const query = JSON.stringify({ _id: id });
    const answer = await database.handle('database.getDocument', {
      ...{ collectionName: COLLECTION, queryType: 'DOC', multi: false },
      query,
    });
    const [text] = (answer.data as { list: string[] }).list;
    if (text === undefined) return undefined;
    const { n } = JSON.parse(text) as { n: { $numberInt: string } };
    return { n: Number(n.$numberInt) };
  };
  return { driver, read };
};

describe('an operation of the bench', () => {
  test('does what its side claims, and nothing else', async () => {
    const { driver, read } = await open();
    const id = idOf(3);
    await driver.get({ client: 0, id, newId: '' });
    await driver.decrement({ client: 0, id, newId: '' });
    await driver.insert({ client: 0, id, newId: 'a' });
    await driver.transaction({ client: 0, id, newId: 'b' });
    expect(await read(id)).toEqual({ n: 999_999_998 });
    expect(await read('a')).toBeDefined();
    expect(await read('b')).toBeDefined();
    expect(await read(idOf(4))).toEqual({ n: 1_000_000_000 });
    await driver.close();
  });

  test('that found nothing to do is a failure', async () => {
    const { driver } = await open();
    const nowhere = { client: 0, id: 'nowhere', newId: '' };
    await expect(driver.get(nowhere)).rejects.toThrow('one document was meant, 0 were touched');
    await expect(driver.decrement(nowhere)).rejects.toThrow('one document was meant, 0 were touched');
    await driver.close();
  });

  test('is done by clients that never share a document', async () => {
    const seen = new Map<string, number>();
    const note = ({ client, id }: { client: number; id: string }): Promise<void> => {
      expect(seen.get(id) ?? client).toBe(client);
      seen.set(id, client);
      return new Promise(setImmediate);
    };
    const driver = { get: note, decrement: note, insert: note, transaction: note, close: () => undefined };
    const slice = { operation: 'get', clients: 4, milliseconds: 20, number: 1, part: 1, parts: 2 } as const;
    const { operations, latency } = await work(driver, slice);
    expect(operations).toBeGreaterThan(4);
    expect(latency.p99).toBeGreaterThanOrEqual(latency.p50);
  });
});
