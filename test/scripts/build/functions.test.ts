import { afterEach, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { buildAll, buildFunctions } from '../../../scripts/build/build-all';
import { BuildFailure } from '../../../scripts/build/build-failure';
import { isFresh } from '../../../scripts/build/source-stamp';
import { smallProject, type SmallProject } from './small-project';

let project: SmallProject | undefined;
afterEach(() => project?.remove());

async function build(changes: Readonly<Record<string, string>> = {}): Promise<string> {
  project = smallProject(changes);
  await buildFunctions(project);
  return project.outDir;
}

const readJson = (...parts: string[]): unknown => JSON.parse(readFileSync(path.join(...parts), 'utf8'));

const problemsOf = async (changes: Readonly<Record<string, string>>): Promise<readonly string[]> => {
  const thrown: unknown = await build(changes).catch((failure: unknown) => failure);
  if (!(thrown instanceof BuildFailure)) throw new Error('the build did not fail');
  return thrown.problems;
};

describe('the build of the cloud functions', () => {
  test('makes a bundle that runs with nothing but the SDK beside it', async () => {
    const dist = await build();
    const load = createRequire(path.join(dist, 'cloudfunctions/booking/package.json'));
    const loaded = load('./index.js') as { main: (event: unknown) => unknown };
    expect(loaded.main({})).toEqual({ said: 'PING', ok: true, sdk: 'object' });
    const code = readFileSync(path.join(dist, 'cloudfunctions/booking/index.js'), 'utf8');
    expect(code).toContain('require("wx-server-sdk")');
    expect(code).not.toContain(project?.root);
    expect(readJson(dist, 'cloudfunctions/booking/package.json')).toHaveProperty('dependencies', {
      'wx-server-sdk': '4.0.2',
    });
  });

  test('gives a timer its trigger and a router its permissions', async () => {
    const dist = await build();
    expect(readJson(dist, 'cloudfunctions/booking/config.json')).toEqual({
      permissions: { openapi: ['phonenumber.getPhoneNumber'] },
    });
    expect(readJson(dist, 'cloudfunctions/booking-expire-holds/config.json')).toEqual({
      permissions: { openapi: [] },
      triggers: [{ name: 'booking-expire-holds', type: 'timer', config: '0 * * * * * *' }],
    });
  });

  test('plans time, memory and the names of the keys, never a key', async () => {
    const dist = await build();
    expect(readJson(dist, 'cloudbaserc.json')).toMatchObject({
      functions: [
        {
          name: 'booking-expire-holds',
          timeout: 20,
          memorySize: 256,
          runtime: 'Nodejs18.15',
          installDependency: true,
          envVariables: { YILUTONG_FIELD_KEY: '', YILUTONG_INDEX_KEY: '' },
        },
        { name: 'booking', timeout: 10 },
      ],
    });
  });

  test('names the licences of what is bundled', async () => {
    const dist = await build();
    const notices = readFileSync(path.join(dist, 'cloudfunctions/booking/THIRD-PARTY-NOTICES.txt'), 'utf8');
    expect(notices).toContain('valibot 1.5.0\nLicence: MIT');
  });

  test('is fresh until a source changes', async () => {
    project = smallProject();
    expect(isFresh(project.root, project.outDir)).toBe(false);
    await buildAll(project);
    expect(isFresh(project.root, project.outDir)).toBe(true);
    project.write('cloudfunctions/_kernel/shout.ts', 'export const shout = (text: string) => text;');
    expect(isFresh(project.root, project.outDir)).toBe(false);
  });
});

describe('the build of the cloud functions refuses', () => {
  test.each([
    ['an entry without settings', '{"index":{}}', 'says nothing about expire-holds.timer.ts'],
    [
      'settings without an entry',
      '{"index":{},"expire-holds.timer":{"cron":"0 * * * * * *"},"x.entry":{}}',
      'x.entry.ts does not exist',
    ],
    ['a timer without a cron', '{"index":{},"expire-holds.timer":{}}', 'exactly the timers have a cron'],
    [
      'a cron of five fields',
      '{"index":{},"expire-holds.timer":{"cron":"* * * * *"}}',
      'must have seven fields',
    ],
    [
      'a setting it does not know',
      '{"index":{"ram":1},"expire-holds.timer":{"cron":"0 * * * * * *"}}',
      'ram',
    ],
  ])('%s', async (_what, settings, reason) => {
    const problems = await problemsOf({ 'cloudfunctions/booking/function.json': settings });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(reason);
  });

  test('a context without settings', async () => {
    const problems = await problemsOf({ 'cloudfunctions/billing/index.ts': 'export const main = () => 1;' });
    expect(problems).toEqual(['cloudfunctions/billing/function.json is missing']);
  });
});
