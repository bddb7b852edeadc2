import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openDatabase } from '../../../../local/cloud/database';
import { toFailure, toSuccess } from '../../../../local/cloud/protocol/envelope';
import { CHECK_GROUPS } from './checks';
import { TestStand } from './test-stand';

describe('the unmodified wx-server-sdk against the local database', () => {
  let stand: TestStand;

  beforeAll(async () => {
    const load = createRequire(join(process.cwd(), 'package.json'));
    stand = await TestStand.open({ openDatabase, toSuccess, toFailure }, load);
  });

  afterAll(() => stand.close());

  test('has at least sixty checks, each with a name of its own and a source', () => {
    const checks = Object.values(CHECK_GROUPS).flat();
    expect(new Set(checks.map((check) => check.name)).size).toBe(checks.length);
    expect(checks.length).toBeGreaterThanOrEqual(60);
    expect(checks.filter((check) => check.source === '')).toEqual([]);
  });

  for (const [group, checks] of Object.entries(CHECK_GROUPS)) {
    describe(group, () => {
      test.each(checks.map((check) => [check.name, check] as const))('%s', async (_, check) => {
        await stand.run(check);
      });
    });
  }
});
