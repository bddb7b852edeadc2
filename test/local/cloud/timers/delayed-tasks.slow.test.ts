import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CloudOptions, LocalCloud } from '../../../../local/cloud';
import { documents, openCloud, until } from '../cloud-under-test';

interface Run {
  event: unknown;
  source: string;
  openid: string | null;
}
const EVENING = Date.parse('2026-03-10T20:00:00+08:00');
let folder: string;
let cloud: LocalCloud;
const open = (options: Partial<CloudOptions> = {}) =>
  openCloud({ dataDir: join(folder, 'data'), functionConfig: { prewarmed: 0 }, ...options });
const remind = async (task: object = {}) => (await cloud.invoke({ name: 'remind', data: { task } })).result;
const runs = () => documents<Run>(cloud, 'runs');

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cloud-'));
  cloud = await open({ now: EVENING });
});
afterEach(async () => {
  await cloud.close();
  rmSync(folder, { recursive: true });
});

describe('a delayed task', () => {
  test('runs when its time has come, once, in nobody’s name, and is listed before and after', async () => {
    expect(await remind()).toMatchObject({ errCode: 0 });
    const [waiting] = cloud.delayedTasks.list();
    expect(waiting).toMatchObject({ functionName: 'nightly', state: 'waiting', createdBy: 'remind' });
    expect(waiting?.dueAt).toBeGreaterThanOrEqual(EVENING + 10_000);
    await cloud.clock.advance(9_000);
    expect(await runs()).toEqual([]);
    await cloud.clock.advance(10_000);
    await until(() => cloud.delayedTasks.list()[0]?.state === 'done');
    expect(await runs()).toMatchObject([{ event: { n: 1 }, source: 'wx_http', openid: null }]);
    await cloud.clock.advance(3_600_000);
    expect(await runs()).toHaveLength(1);
  });

  test('outlives a stop, and runs at once where its time passed meanwhile', async () => {
    await remind();
    await remind({ data: '{"n":2}', delayTime: 30 * 24 * 3600 });
    await cloud.timers.close();
    await cloud.delayedTasks.close();
    await cloud.clock.advance(60_000);
    await cloud.close();
    cloud = await open();
    await until(async () => (await runs()).length === 1);
    expect(cloud.delayedTasks.list().filter(({ state }) => state === 'waiting')).toHaveLength(1);
  });

  test('that the stop of the cloud broke off runs again', async () => {
    await remind({ functionName: 'misbehave', data: '{"how":"waits"}' });
    const { requestId } = await new Promise<{ requestId: string }>((resolve) => {
      cloud.host.onInvocation((record) => record.name === 'misbehave' && resolve(record));
      void cloud.clock.advance(20_000);
    });
    await cloud.close();
    cloud = await open({ holdTimers: true });
    expect(cloud.delayedTasks.list()).toMatchObject([{ state: 'waiting', functionName: 'misbehave' }]);
    expect(requestId).toMatch(/-/);
  });

  test('of a function that fails, or does not exist, has ended all the same', async () => {
    await remind({ functionName: 'nobody' });
    const [task] = cloud.delayedTasks.list();
    const result = await cloud.delayedTasks.runNow(task?.id ?? '');
    expect(result).toMatchObject({ ok: false, failure: { errCode: -501000 } });
    expect(cloud.delayedTasks.list()).toMatchObject([{ state: 'done', failure: { errCode: -501000 } }]);
    await expect(cloud.delayedTasks.runNow(task?.id ?? '')).rejects.toThrow('no delayed task');
  });

  test('is refused with a code where it is wrong', async () => {
    const refusal = async (task: object) => (await remind(task)) as { errCode: number };
    expect(await refusal({ delayTime: 5.9 })).toEqual({ errCode: 40097 });
    expect(await refusal({ delayTime: 30 * 24 * 3600 + 1 })).toEqual({ errCode: 40097 });
    expect(await refusal({ delayTime: '10' })).toEqual({ errCode: 40097 });
    expect(await refusal({ data: '{n:1}' })).toEqual({ errCode: 40097 });
    expect(await refusal({ data: JSON.stringify('x'.repeat(128 * 1024)) })).toEqual({ errCode: 40097 });
    expect(await refusal({ env: 'another' })).toEqual({ errCode: 40097 });
    expect(await refusal({ functionName: '' })).toEqual({ errCode: 40101 });
    expect(cloud.delayedTasks.list()).toEqual([]);
  });
});
