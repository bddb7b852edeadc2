import { describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';

const run = (...given: string[]) => {
  const program = 'test/local/cloud/in-process/misbehaviour-program.ts';
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--import', 'tsx', program, ...given], {
    encoding: 'utf8',
  });
  const told: unknown[] = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
  return { told, stderr, status };
};

const failed = (how: string, text: string) => ({ how, errMsg: expect.stringContaining(text) as unknown });

describe('a function that misbehaves in a simulation', () => {
  test('ends alone, in the words of the platform, and the next call is served', () => {
    const { told, stderr, status } = run();
    expect(stderr).toBe('');
    expect(told).toEqual([
      failed('throws', 'as told'),
      failed('throwsText', 'plain text'),
      failed('rejectsLater', 'nobody listens'),
      failed('exits', 'Process exited unexpectedly before completing request'),
      failed('circular', 'circular structure'),
      failed('bigint', 'BigInt'),
      { how: 'counts', result: expect.any(Number) as unknown, errMsg: 'cloud.callFunction:ok' },
      { how: 'prints', result: null, errMsg: 'cloud.callFunction:ok' },
      [
        { stream: 'stdout', text: 'said { n: 1 }\n' },
        { stream: 'stderr', text: 'complained\n' },
      ],
      'still here',
    ]);
    expect(status).toBe(0);
  });

  test('is not blamed for a rejection of the program around it, which ends that program as ever', () => {
    const { told, stderr, status } = run('--reject');
    expect(told).not.toContain('still here');
    expect(stderr).toContain('of no function');
    expect(status).not.toBe(0);
  });
});
