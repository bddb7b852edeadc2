import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';

const SCRIPT = 'test/local/cloud/conformance/run-mutations.ts';

describe('the conformance checks', () => {
  // A process of its own: the mutants are bundled and loaded outside of the test runner's sandbox.
  test('each fail when the behaviour they hold is taken away', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', SCRIPT]);
    const [, mutations, shown, all] =
      /(\d+) mutations, (\d+) of (\d+) checks shown to fail/.exec(stdout) ?? [];
    expect(Number(mutations)).toBeGreaterThanOrEqual(100);
    expect(shown).toBe(all);
  }, 120_000);
});
