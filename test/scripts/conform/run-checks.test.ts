import { describe, expect, test } from '@jest/globals';
import { realEnvironment } from '../../../scripts/conform/parity';
import { runChecks } from '../../../scripts/conform/run-checks';

const CHECKS = [
  { group: 'sums', name: 'one and one are two', source: 'Peano' },
  { group: 'sums', name: 'one and one are three', source: 'nobody' },
  { group: 'products', name: 'two times two is four', source: 'Peano' },
];

describe('a run of checks', () => {
  test('counts each group, and tells of a failure why and on what it rests', async () => {
    const lines: string[] = [];
    const run = (name: string): Promise<void> =>
      name.endsWith('three') ? Promise.reject(new Error('it is two')) : Promise.resolve();
    const results = await runChecks(CHECKS, run, (line) => lines.push(line));
    expect(results.map(({ error }) => error)).toEqual([undefined, 'it is two', undefined]);
    expect(lines[0]).toMatch(/^FAILED sums +1 of 2 /);
    expect(lines[1]).toMatch(/one and one are three\n +source: nobody\n +it is two/);
    expect(lines[2]).toMatch(/^ok +products +1 of 1 /);
  });
});

describe('a real environment', () => {
  test('is asked only where its name and both keys are given', () => {
    const all = { CLOUDBASE_ENV: 'e', TENCENTCLOUD_SECRETID: 'i', TENCENTCLOUD_SECRETKEY: 'k', OTHER: 'x' };
    expect(realEnvironment(all)).toEqual(all);
    for (const name of ['CLOUDBASE_ENV', 'TENCENTCLOUD_SECRETID', 'TENCENTCLOUD_SECRETKEY'])
      expect(realEnvironment({ ...all, [name]: '' })).toBeUndefined();
  });
});
