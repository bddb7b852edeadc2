import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { LocalCloud } from '../../../../local/cloud';
import { openCloud } from '../cloud-under-test';
import { CHECK_INDEXES } from './check';
import { RealSuite } from './real-suite';
import { useVariables } from './sdk';
import { suiteChecks } from './suite';

// No real environment is at hand: a second local cloud, which the suite knows by its variables only, stands in for it.
describe('the checks against an environment that is only known by its keys', () => {
  let cloud: LocalCloud;
  let suite: RealSuite;

  beforeAll(async () => {
    cloud = await openCloud({ functionConfig: { prewarmed: 0 }, indexes: CHECK_INDEXES });
    useVariables(cloud.sdkVariables({ functionName: 'whoami' }));
    suite = new RealSuite('local-env', createRequire(join(process.cwd(), 'package.json')));
  });
  afterAll(() => cloud.close());

  test('hold one after the other, whatever the one before left behind', async () => {
    const groups = ['documents', 'habits of the SDK'];
    const able = suiteChecks().filter(({ group, needs }) => groups.includes(group) && needs === undefined);
    expect(able.length).toBeGreaterThan(15);
    const failed: string[] = [];
    for (const { name } of able)
      await suite.run(name).catch((error: unknown) => failed.push(`${name}: ${String(error)}`));
    expect(failed).toEqual([]);
  });

  test('are refused what only the local cloud has', async () => {
    const local = suiteChecks().filter(({ needs }) => needs === 'local');
    expect(local.length).toBeGreaterThan(20);
    for (const { name } of local.slice(0, 2))
      await expect(suite.run(name)).rejects.toThrow("must declare needs: 'local'");
  });
});
