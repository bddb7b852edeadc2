import { describe, expect, test } from '@jest/globals';
import { CloudError } from '../../../../local/cloud/database';
import { Client, openMemory } from './open-for-test';

/** Moves one unit from an account to another in a transaction; tries again after a conflict. */
async function transfer(client: Client, [from, to]: [number, number]): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    const transaction = await client.begin();
    try {
      const source = await transaction.read(from);
      const target = await transaction.read(to);
      await transaction.update({ _id: from }, { $set: { amount: Number(source?.['amount']) - 1 } });
      await transaction.update({ _id: to }, { $set: { amount: Number(target?.['amount']) + 1 } });
      await transaction.commit();
      return attempt;
    } catch (error) {
      if (!(error instanceof CloudError) || error.code !== 'DATABASE_TRANSACTION_CONFLICT') throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 3));
    }
  }
}

describe('many at once', () => {
  test('300 conditional decrements of a stock of 50 succeed exactly 50 times', async () => {
    const database = openMemory();
    const client = new Client(database);
    await client.insert({ _id: 'slot', remaining: 50 });
    const claims = Array.from({ length: 300 }, () =>
      client.update({ _id: 'slot', remaining: { $gt: 0 } }, { $inc: { remaining: -1 } }),
    );
    const updated = await Promise.all(claims);
    expect(updated.reduce((sum, one) => sum + one, 0)).toBe(50);
    expect(await client.read('slot')).toEqual({ _id: 'slot', remaining: 0 });
    await database.close();
  });

  test('300 decrements of one turn share one commit', async () => {
    const database = openMemory();
    const client = new Client(database);
    await client.insert({ _id: 'slot', remaining: 300 });
    const before = database.stats().commits;
    await Promise.all(
      Array.from({ length: 300 }, () => client.update({ _id: 'slot' }, { $inc: { remaining: -1 } })),
    );
    expect(database.stats().commits - before).toBe(1);
    await database.close();
  });

  test('80 transfers between 10 accounts in transactions keep the sum', async () => {
    const database = openMemory();
    const client = new Client(database);
    await client.insert(...Array.from({ length: 10 }, (_, id) => ({ _id: id, amount: 100 })));
    const pairs = Array.from({ length: 80 }, (_, at): [number, number] => [at % 10, (at * 7 + 3) % 10]);
    const attempts = await Promise.all(
      pairs.filter(([from, to]) => from !== to).map((pair) => transfer(client, pair)),
    );
    expect(Math.max(...attempts)).toBeGreaterThan(1);
    const accounts = await client.find({});
    expect(accounts.reduce((sum, account) => sum + Number(account['amount']), 0)).toBe(1000);
    expect(database.stats().openTransactions).toBe(0);
    await database.close();
  });

  test('plain writes that wait for one transaction all follow it, in their order', async () => {
    const database = openMemory();
    const client = new Client(database);
    await client.insert({ _id: 'a', list: [] });
    const transaction = await client.begin();
    await transaction.update({ _id: 'a' }, { $push: { list: 'transaction' } });
    const waiting = [1, 2, 3].map((n) => client.update({ _id: 'a' }, { $push: { list: n } }));
    await new Promise((resolve) => setTimeout(resolve, 10));
    await transaction.commit();
    expect(await Promise.all(waiting)).toEqual([1, 1, 1]);
    expect(await client.read('a')).toEqual({ _id: 'a', list: ['transaction', 1, 2, 3] });
    await database.close();
  });

  test('closing ends transactions and refuses whoever waits for them', async () => {
    const database = openMemory();
    const client = new Client(database);
    await client.insert({ _id: 'a', n: 1 });
    const transaction = await client.begin();
    await transaction.update({ _id: 'a' }, { $inc: { n: 1 } });
    const waiting = client.update({ _id: 'a' }, { $inc: { n: 1 } });
    const refusal = expect(waiting).rejects.toMatchObject({ code: 'SYS_ERR' });
    await database.close();
    await refusal;
  });
});
