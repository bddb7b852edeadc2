import { spawn } from 'node:child_process';
import { expect, test } from '@jest/globals';
import { isAlive } from '../../../../local/cloud/data-folder/process-birth';

test('a living process is alive', () => {
  expect(isAlive(process.pid)).toBe(true);
});

test('a process that ended but was never collected holds nothing any more', async () => {
  // The shell becomes `sleep`, which never asks after the child that it was left with.
  const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 60'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    const pid = await new Promise<number>((resolve) => {
      parent.stdout.once('data', (text: Buffer) => resolve(Number(text.toString())));
    });
    for (let waited = 0; waited < 10_000 && isAlive(pid); waited += 50) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(() => process.kill(pid, 0)).not.toThrow();
    expect(isAlive(pid)).toBe(false);
  } finally {
    parent.kill('SIGKILL');
  }
});
