import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { cutLog, type CutFindings } from '../../../scripts/crash/cut-log';
import type { CrashOptions } from '../../../scripts/crash/options';
import { recordLog } from '../../../scripts/crash/record-log';
import { scratchFolder } from '../../../scripts/crash/scratch-folder';
import { readLog } from '../../../scripts/crash/wal-file';

let folder = '';
beforeEach(() => {
  folder = scratchFolder();
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const run = async (options: Partial<CrashOptions>): Promise<CutFindings> => {
  const recording = await recordLog({ rounds: 1, frames: 12, seed: 3, sabotage: null, ...options }, folder);
  return cutLog(recording, 3, folder);
};

describe('a write-ahead log that lost its end', () => {
  test('leaves what its last whole commit left, wherever it was cut', async () => {
    const { frames, cuts, flips, problems } = await run({});
    expect(problems).toEqual([]);
    expect(frames).toBeGreaterThanOrEqual(12);
    // Without a header, at the beginning of each frame and at eight places within it, and with nothing lost.
    expect(cuts).toBe(2 + 9 * frames);
    expect(flips).toBe(frames);
  });

  test('shows a cloud that commits the halves of a transaction apart', async () => {
    const { problems } = await run({ sabotage: 'split-commit' });
    expect(problems.some((problem) => /: torn transaction$/.test(problem))).toBe(true);
  });
});

test('a log that does not end with a commit is no recording', () => {
  const log = Buffer.alloc(32 + 24 + 4096);
  log.writeUInt32BE(4096, 8);
  expect(() => readLog(log)).toThrow('the log does not end with a commit');
});
