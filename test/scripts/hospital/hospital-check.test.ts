import { describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { applyEdit, TINY, withCopy } from './broken-folder';

function check(...args: string[]): { status: number | null; out: string; err: string } {
  const run = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/hospital-check.ts', ...args], {
    encoding: 'utf8',
  });
  return { status: run.status, out: run.stdout, err: run.stderr };
}

describe('hospital:check', () => {
  test('prints the counts of a good folder', () => {
    const { status, out, err } = check(TINY);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toMatch(
      /^杉湾社区医院: 2 departments, 3 clinics, 3 practitioners, 5 schedules, .*No faults\./,
    );
  });

  test('prints each fault on a line and ends with 1', () => {
    withCopy((directory) => {
      applyEdit(directory, { file: 'practitioners.tsv', from: '\t750', to: '\t7.5' });
      const { status, out, err } = check(directory);
      expect({ status, out }).toEqual({ status: 1, out: '' });
      expect(err.split('\n').slice(0, 2)).toEqual([
        'practitioners.tsv:4 feeFen — must be a whole amount of fen, 0 or more (2500 is ¥25.00)',
        `1 fault in ${directory}; nothing was loaded.`,
      ]);
    });
  });

  test('says how it is used when no folder is named', () => {
    expect(check()).toEqual({ status: 2, out: '', err: 'Usage: npm run hospital:check -- DIR\n' });
  });
});
