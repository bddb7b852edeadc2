import { expect, test } from '@jest/globals';
import { suiteChecks } from './suite';

// What needs a whole cloud is run by `npm run conform`, each check twice: as it is, and with its behaviour taken away.
test('the suite has hundreds of checks, each with a name of its own and a source', () => {
  const checks = suiteChecks();
  expect(checks.length).toBeGreaterThanOrEqual(400);
  expect(new Set(checks.map((check) => check.name)).size).toBe(checks.length);
  expect(checks.filter((check) => check.source === '')).toEqual([]);
});
