import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LocalCloud } from '../../../../local/cloud';
import { openCloud } from '../cloud-under-test';

const MORNING = Date.parse('2026-03-10T08:00:00+08:00');
const HOUR = 3_600_000;
const folder = mkdtempSync(join(tmpdir(), 'cloud-'));
const dataDir = join(folder, 'data');
let cloud: LocalCloud;
beforeAll(async () => {
  cloud = await openCloud({ dataDir, now: MORNING });
});
afterAll(async () => {
  await cloud.close();
  rmSync(folder, { recursive: true });
});
const inFunction = async (how: string, more: object = {}) =>
  (await cloud.invoke({ name: 'misbehave', data: { how, ...more } })).result as Record<string, number>;

describe('the clock of the cloud', () => {
  test('begins where it is told to, and ticks', async () => {
    const first = cloud.clock.now();
    expect(first - MORNING).toBeGreaterThanOrEqual(0);
    expect(first - MORNING).toBeLessThan(60_000);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(cloud.clock.now()).toBeGreaterThan(first);
  });

  test('is what a function sees in every form of Date, and what is fixed stays', async () => {
    const seen = await inFunction('clock');
    expect(Math.abs((seen['now'] ?? 0) - cloud.clock.now())).toBeLessThan(5000);
    expect(Math.abs((seen['made'] ?? 0) - cloud.clock.now())).toBeLessThan(5000);
    expect(seen['text']).toMatch(/^Tue Mar 10 2026 00:00/);
    expect(seen).toMatchObject({ fixed: '1970-01-01T00:00:00.000Z', parsed: 1577836800000, isDate: true });
  });

  test('moves under a running function too', async () => {
    const running = inFunction('clockTwice', { wait: 300 });
    await new Promise((resolve) => setTimeout(resolve, 150));
    await cloud.clock.advance(HOUR);
    const { before = 0, after = 0 } = await running;
    expect(after - before).toBeGreaterThanOrEqual(HOUR);
  });

  test('goes on after a restart from where it stood', async () => {
    const before = cloud.clock.now();
    await cloud.close();
    cloud = await openCloud({ dataDir });
    expect(cloud.clock.now() - before).toBeGreaterThanOrEqual(0);
    expect(cloud.clock.now() - before).toBeLessThan(60_000);
  });

  test('cannot be set to what is no date', async () => {
    await expect(cloud.clock.set(Number.NaN)).rejects.toThrow('cannot be set');
    await expect(cloud.clock.set(9e15)).rejects.toThrow('cannot be set');
  });
});
