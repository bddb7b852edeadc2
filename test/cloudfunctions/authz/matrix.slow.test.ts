import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { COLLECTIONS, documentsOf } from '../documents';
import { openHospitalUnderTest, type HospitalUnderTest } from '../hospital-under-test';
import { ACTORS } from './actors';
import { disagreements, GUARDED, KINDS } from './matrix';
import { functionEnv, plant } from './world';

jest.setTimeout(180_000);

describe('who may call what on whose object', () => {
  let hospital: HospitalUnderTest;
  let before: unknown;
  const stored = () => Promise.all(COLLECTIONS.map((name) => documentsOf(hospital.cloud, name)));
  beforeAll(async () => {
    hospital = await openHospitalUnderTest({ functionEnv });
    await plant(hospital.cloud, KINDS, ACTORS);
    before = await stored();
    // The doors are tried, not the rooms behind them: nothing that is let in may change the world for the next.
    hospital.cloud.faults.set({ name: 'read-only' });
  });
  afterAll(() => hospital.close());

  test('is asked of many callers and procedures', () => {
    expect(GUARDED.length).toBeGreaterThanOrEqual(10);
    expect(ACTORS.length).toBeGreaterThan(50);
  });

  test.each(GUARDED)('is as the contract says: $context.$name', async (one) => {
    expect(await disagreements(hospital.cloud, one)).toEqual([]);
  });

  test('was only asked', async () => {
    expect(await stored()).toEqual(before);
  });
});
