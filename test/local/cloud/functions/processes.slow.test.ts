import { describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openCloud, until } from '../cloud-under-test';

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

describe('the processes of a cloud', () => {
  test('are gone after it closed', async () => {
    const cloud = await openCloud({ functionConfig: { prewarmed: 2 } });
    await cloud.invoke({ name: 'whoami' });
    const { pids } = cloud.host;
    expect(pids.length).toBeGreaterThanOrEqual(2);
    await cloud.close();
    expect(pids.filter(isAlive)).toEqual([]);
  });

  test('are gone after it was killed, also one in an endless loop', async () => {
    const script = 'test/local/cloud/functions/fixtures/cloud-process.ts';
    const parent = spawn(process.execPath, ['--import', 'tsx', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(parent.stdout, 'data')) as [Buffer];
    const { pids } = JSON.parse(line.toString('utf8')) as { pids: number[] };
    expect(pids.filter(isAlive)).toEqual(pids);
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    await until(() => !pids.some(isAlive));
  }, 20_000);

  test('that stood unused are ended, and the prewarmed ones stay', async () => {
    const cloud = await openCloud({ functionConfig: { idleMs: 1, prewarmed: 1 } });
    const { pid } = (await cloud.invoke({ name: 'whoami' })).result as { pid: number };
    await until(() => !isAlive(pid), 12_000);
    expect(cloud.host.pids).toHaveLength(1);
    await cloud.close();
  }, 20_000);
});
