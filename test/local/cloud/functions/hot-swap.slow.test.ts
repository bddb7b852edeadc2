import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LocalCloud } from '../../../../local/cloud';
import { openCloud } from '../cloud-under-test';

const folder = mkdtempSync(join(tmpdir(), 'functions-'));
const deploy = (code: string, config: object = {}): void => {
  mkdirSync(join(folder, 'greet'), { recursive: true });
  writeFileSync(join(folder, 'greet', 'index.js'), code);
  writeFileSync(join(folder, 'greet', 'config.json'), JSON.stringify(config));
};
let cloud: LocalCloud;
beforeEach(async () => {
  deploy(
    "exports.main = async ({ wait = 0 }) => { await new Promise((r) => setTimeout(r, wait)); return 'old'; };",
  );
  cloud = await openCloud({ functionsDir: folder });
});
afterEach(() => cloud.close());
afterAll(() => rmSync(folder, { recursive: true }));

describe('a function whose code changed', () => {
  test('runs the new code after a reload, while a running event ends with the old', async () => {
    // Two processes have loaded the old code.
    await Promise.all([cloud.invoke({ name: 'greet' }), cloud.invoke({ name: 'greet' })]);
    const running = cloud.invoke({ name: 'greet', data: { wait: 400 } });
    deploy("exports.main = () => 'new';");
    expect((await cloud.invoke({ name: 'greet' })).result).toBe('old');
    cloud.host.reload('greet');
    expect((await cloud.invoke({ name: 'greet' })).result).toBe('new');
    expect((await running).result).toBe('old');
    expect((await cloud.invoke({ name: 'greet' })).result).toBe('new');
  });

  test('finds wx-server-sdk though its folder lies outside the checkout', async () => {
    deploy("exports.main = () => typeof require('wx-server-sdk').init;");
    expect((await cloud.invoke({ name: 'greet' })).result).toBe('function');
  });

  test('gets its new triggers with the reload', () => {
    expect(cloud.timers.list()).toEqual([]);
    deploy('exports.main = () => 1;', { triggers: [{ name: 't', type: 'timer', config: '0 0 3 * * * *' }] });
    cloud.host.reload();
    expect(cloud.timers.list()).toMatchObject([{ name: 't', functionName: 'greet' }]);
  });

  test('and which is new is found by the reload', async () => {
    mkdirSync(join(folder, 'second'), { recursive: true });
    writeFileSync(join(folder, 'second', 'index.js'), 'exports.main = () => 2;');
    expect((await cloud.invoke({ name: 'second' })).errCode).toBe(-501000);
    cloud.host.reload('second');
    expect((await cloud.invoke({ name: 'second' })).result).toBe(2);
  });
});
