import { describe, expect, test } from '@jest/globals';
import { bytesOf } from '../../../scripts/build/file-tree';
import { archiveSize } from '../../../scripts/deploy/archive-size';
import { packagePlan } from '../../../scripts/deploy/package-limits';
import { functionVariables, missingVariables } from '../../../scripts/deploy/variables';

const MEGABYTE = 1024 * 1024;

describe('the plan of the packages', () => {
  test('counts each subpackage apart from the main package', () => {
    const sizes = { 'app.js': 1024, 'packages/booking/a.js': 2048, 'packages/bookings/a.js': 512 };
    const plan = packagePlan(sizes, ['packages/booking']);
    expect(plan.lines).toEqual(['main package  1.5 KB', 'packages/booking  2.0 KB', 'all packages  3.5 KB']);
    expect(plan.problems).toEqual([]);
  });

  test.each([
    ['a main package', { 'app.js': 2 * MEGABYTE + 1 }, 'main package'],
    ['a subpackage', { 'app.js': 1, 'p/a.js': 2 * MEGABYTE + 1 }, 'p has'],
  ])('refuses %s above 2 MB', (_what, sizes, words) => {
    const { problems } = packagePlan(sizes, ['p']);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(words);
  });

  test('refuses more than 20 MB in all, and nothing at all', () => {
    const folders = Array.from({ length: 11 }, (_, index) => `p${index}`);
    const sizes = Object.fromEntries(folders.map((folder) => [`${folder}/a.js`, 1.9 * MEGABYTE]));
    expect(packagePlan(sizes, folders).problems).toEqual([expect.stringContaining('all packages')]);
    expect(packagePlan({}, []).problems).toEqual(['nothing was compiled']);
  });

  test('says when the main package misses its goal', () => {
    expect(packagePlan({ 'app.js': 700 * 1024 }, []).lines).toContain(
      'the main package is above the goal of 600.0 KB',
    );
  });
});

describe('the plan of a deployment', () => {
  test('knows the size of an archive: an empty stored one has 22 bytes', () => {
    expect(archiveSize(new Map())).toBe(22);
    const text = 'x'.repeat(10_000);
    const size = archiveSize(new Map([['index.js', bytesOf(text)]]));
    expect(size).toBeGreaterThan(22 + 76 + 16);
    expect(size).toBeLessThan(200);
  });

  test('names what an upload needs and is not told', () => {
    expect(
      missingVariables({ WX_APPID: 'wx1', CLOUDBASE_ENV: '' }).map((line) => line.split(' ')[0]),
    ).toEqual(['WX_PRIVATE_KEY_PATH', 'CLOUDBASE_ENV']);
  });

  test('names the variables of the functions with their meaning', () => {
    expect(functionVariables()).toHaveLength(3);
  });
});
