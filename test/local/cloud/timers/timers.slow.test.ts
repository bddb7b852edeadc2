import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LocalCloud } from '../../../../local/cloud';
import { documents, openCloud, until } from '../cloud-under-test';

interface Run {
  event: { Type: string; TriggerName: string; Time: string; Message: string };
  source: string;
  openid: string | null;
  trigger: string;
  at: number;
}
const EVENING = Date.parse('2026-03-10T20:00:00+08:00');
const DAY = 24 * 3_600_000;
let dataDir: string;
let cloud: LocalCloud;
const runs = () => documents<Run>(cloud, 'runs');
const ended = async (count: number): Promise<Run[]> => {
  await until(async () => (await runs()).length >= count);
  // A further run would come at once: give it the time.
  await new Promise((resolve) => setTimeout(resolve, 100));
  return runs();
};
const restart = async (): Promise<void> => {
  await cloud.close();
  cloud = await openCloud({ dataDir });
};

beforeEach(async () => {
  dataDir = join(mkdtempSync(join(tmpdir(), 'cloud-')), 'data');
  cloud = await openCloud({ dataDir, now: EVENING });
});
afterEach(async () => {
  await cloud.close();
  rmSync(join(dataDir, '..'), { recursive: true });
});

describe('a timer trigger', () => {
  test('runs when its time comes, as a timer and in nobody’s name', async () => {
    expect(cloud.timers.list()).toMatchObject([
      { name: 'every-night', functionName: 'nightly', nextRun: Date.parse('2026-03-11T02:30:00+08:00') },
    ]);
    await cloud.clock.set(Date.parse('2026-03-11T02:29:59.900+08:00'));
    const [run, ...more] = await ended(1);
    expect(more).toEqual([]);
    expect(run).toMatchObject({ source: 'wx_trigger', openid: null, trigger: 'timer' });
    expect(run?.event).toEqual({
      Type: 'Timer',
      TriggerName: 'every-night',
      Time: '2026-03-10T18:30:00.000Z',
      Message: '',
    });
    expect(run?.at).toBeGreaterThanOrEqual(Date.parse('2026-03-11T02:30:00+08:00'));
  });

  test('runs once for many times that were jumped over', async () => {
    await cloud.clock.advance(30 * DAY);
    expect(await ended(1)).toHaveLength(1);
  });

  test('catches up once after the cloud was off, and not twice', async () => {
    await cloud.timers.close();
    await cloud.clock.advance(3 * DAY);
    await restart();
    expect(await ended(1)).toHaveLength(1);
    await restart();
    expect(await ended(1)).toHaveLength(1);
  });

  test('is due again when the clock is set back before it', async () => {
    await cloud.clock.advance(DAY);
    await ended(1);
    await cloud.clock.advance(-DAY);
    await cloud.clock.advance(DAY);
    expect(await ended(2)).toHaveLength(2);
  });

  test('runs by hand, and its schedule goes on', async () => {
    expect(await cloud.timers.runNow('every-night')).toMatchObject({ ok: true, json: '"ran"' });
    expect((await runs()).length).toBe(1);
    const [timer] = cloud.timers.list();
    expect(timer?.nextRun).toBe(Date.parse('2026-03-11T02:30:00+08:00'));
    expect(timer?.lastRun).toBeGreaterThanOrEqual(EVENING);
    await expect(cloud.timers.runNow('every-day')).rejects.toThrow('no timer every-day');
  });

  test('waits where the cloud was told to hold its timers', async () => {
    await cloud.close();
    cloud = await openCloud({ dataDir, holdTimers: true });
    await cloud.clock.advance(DAY);
    expect(await ended(0)).toEqual([]);
    cloud.timers.start();
    expect(await ended(1)).toHaveLength(1);
  });
});
