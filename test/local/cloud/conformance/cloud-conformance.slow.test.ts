import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startCloud } from '../../../../local/cloud';
import { CLOUD_CHECK_GROUPS } from './cloud-checks';
import { CloudStand } from './cloud-stand';
import { suiteChecks } from './suite';

describe('the unmodified wx-server-sdk against the whole local cloud', () => {
  let stand: CloudStand;

  beforeAll(() => {
    stand = new CloudStand({ startCloud }, createRequire(join(process.cwd(), 'package.json')));
  });

  afterAll(() => stand.close());

  test('has, with the database, more than two hundred checks, each with a name of its own and a source', () => {
    const checks = suiteChecks();
    expect(checks.length).toBeGreaterThanOrEqual(200);
    expect(new Set(checks.map((check) => check.name)).size).toBe(checks.length);
    expect(checks.filter((check) => check.source === '')).toEqual([]);
  });

  for (const [group, checks] of Object.entries(CLOUD_CHECK_GROUPS)) {
    describe(group, () => {
      test.each(checks.map((check) => [check.name, check] as const))('%s', async (_, check) => {
        await stand.run(check);
      });
    });
  }
});
