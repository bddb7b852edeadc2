import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { LocalCloud } from '../../../../local/cloud';
import { openCloud } from '../cloud-under-test';

let cloud: LocalCloud;
beforeAll(async () => {
  cloud = await openCloud();
});
afterAll(() => cloud.close());

describe('the operations of a use case', () => {
  test('are counted by kind and collection while it runs', async () => {
    const store = (data: object) => cloud.invoke({ name: 'store', data: { ...data } });
    await store({ set: { id: 'a', text: '' } });
    const counts = await cloud.operations.during(() => store({ increase: 'a', get: 'a' }));
    expect(counts).toEqual({
      reads: 1,
      writes: 1,
      transactions: 0,
      byCollection: { notes: { reads: 1, writes: 1 } },
    });
    await store({ increase: 'a' });
    expect(counts.writes).toBe(1);
  });

  test('include those of a transaction', async () => {
    const counts = await cloud.operations.during(() => cloud.invoke({ name: 'transfer' }));
    expect(counts).toMatchObject({ writes: 1, transactions: 1 });
  });
});
