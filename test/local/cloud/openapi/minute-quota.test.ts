import { expect, test } from '@jest/globals';
import { minuteQuota } from '../../../../local/cloud/openapi/minute-quota';

test('so many calls pass in each minute of the clock, and the next minute starts anew', () => {
  let now = 59_000;
  const admit = minuteQuota(2, () => now);
  expect([admit(), admit(), admit()]).toEqual([true, true, false]);
  now = 60_000;
  expect(admit()).toBe(true);
});
