import { afterEach, describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { buildMiniProgram } from '../../../scripts/build/build-all';
import { BuildFailure } from '../../../scripts/build/build-failure';
import { filesBelow } from '../../../scripts/build/file-tree';
import { packageSizes } from '../../../scripts/build/package-sizes';
import { smallProject, type SmallProject } from './small-project';

let project: SmallProject | undefined;
afterEach(() => project?.remove());

async function build(changes: Readonly<Record<string, string>> = {}): Promise<string> {
  project = smallProject(changes);
  await buildMiniProgram(project);
  return path.join(project.outDir, 'miniprogram');
}

const problemsOf = async (changes: Readonly<Record<string, string>>): Promise<readonly string[]> => {
  const thrown: unknown = await build(changes).catch((failure: unknown) => failure);
  if (!(thrown instanceof BuildFailure)) throw new Error('the build did not fail');
  return thrown.problems;
};

/** Runs a built script as WeChat does: CommonJS by relative paths, ending in one call of Page. */
function pageOf(folder: string, script: string): { data: { title: string } } {
  let page: unknown;
  const load = (file: string): unknown => {
    const module = { exports: {} };
    const code = readFileSync(file, 'utf8');
    const run = vm.runInThisContext(`(function (require, module, exports, Page) {${code}\n})`) as (
      ...globals: unknown[]
    ) => void;
    const require = (name: string): unknown => load(path.resolve(path.dirname(file), name));
    run(require, module, module.exports, (definition: unknown) => (page = definition));
    return module.exports;
  };
  load(path.join(folder, script));
  return page as { data: { title: string } };
}

describe('the build of the mini program', () => {
  test('keeps each source a file of its own, and the page runs with its imports', async () => {
    const folder = await build();
    expect(filesBelow(folder)).toEqual(
      expect.arrayContaining([
        'core/domain/money.js',
        'core/domain/sign.js',
        'miniprogram_npm/dayjs/index.js',
        'miniprogram_npm/dayjs/plugin/utc.js',
        'packages/booking/pages/slots/index.js',
        'services/api.js',
      ]),
    );
    expect(pageOf(folder, 'pages/home/index.js').data.title).toBe('¥2.51970ping');
  });

  test('leaves types, compiler settings and the contract behind', async () => {
    const folder = await build();
    const names = filesBelow(folder);
    expect(names.some((name) => name.endsWith('.ts') || name.includes('contract'))).toBe(false);
    expect(names).not.toContain('tsconfig.json');
  });

  test('takes of Vant what is used and reaches, with its font inside', async () => {
    const folder = await build();
    const vant = path.join(folder, 'miniprogram_npm/@vant/weapp');
    expect(existsSync(path.join(vant, 'button/index.wxss'))).toBe(true);
    expect(existsSync(path.join(vant, 'loading/index.js'))).toBe(true);
    expect(existsSync(path.join(vant, 'calendar'))).toBe(false);
    const icon = readFileSync(path.join(vant, 'icon/index.wxss'), 'utf8');
    expect(icon).toContain('url(data:font/woff2;');
    expect(icon).not.toContain('alicdn');
    const app = JSON.parse(readFileSync(path.join(folder, 'app.json'), 'utf8')) as object;
    expect(app).toHaveProperty(
      ['usingComponents', 'van-button'],
      '/miniprogram_npm/@vant/weapp/button/index',
    );
  });

  test('brings the other half of a relation along', async () => {
    const folder = await build({
      'miniprogram/pages/home/index.json': JSON.stringify({
        usingComponents: { 'van-sidebar': '@vant/weapp/sidebar/index' },
      }),
    });
    expect(existsSync(path.join(folder, 'miniprogram_npm/@vant/weapp/sidebar-item/index.js'))).toBe(true);
  });

  test('has no remote picture in any component of Vant', async () => {
    const using = { a: '@vant/weapp/empty/index', b: '@vant/weapp/share-sheet/index' };
    const folder = await build({
      'miniprogram/pages/home/index.json': JSON.stringify({ usingComponents: using }),
    });
    const wxs = readFileSync(path.join(folder, 'miniprogram_npm/@vant/weapp/empty/index.wxs'), 'utf8');
    expect(wxs).not.toContain('https:');
  });

  test('names every licence of what is inside', async () => {
    const notices = readFileSync(path.join(await build(), 'THIRD-PARTY-NOTICES.txt'), 'utf8');
    expect(notices).toMatch(
      /@vant\/weapp 1\.11\.7\nLicence: MIT\n\n[\s\S]*@vant\/icons|@vant\/icons[\s\S]*@vant\/weapp/,
    );
    expect(notices).toContain('dayjs 1.11');
    expect(notices).not.toContain('valibot');
  });

  test('removes what is no longer built', async () => {
    const folder = await build();
    expect(existsSync(path.join(folder, 'core/domain/sign.js'))).toBe(true);
    project?.write(
      'core/domain/money.ts',
      `export const sign = '$'; export const yuan = (fen: number) => fen / 100;`,
    );
    await buildMiniProgram(project as SmallProject);
    expect(existsSync(path.join(folder, 'core/domain/sign.js'))).toBe(false);
  });

  test('counts main package and subpackages apart', () => {
    const files = new Map([
      ['app.json', Buffer.from('{"pages":[],"subPackages":[{"root":"packages/a","pages":[]}]}')],
      ['packages/a/x.js', Buffer.alloc(10)],
      ['packages/ab/x.js', Buffer.alloc(5)],
    ]);
    expect(packageSizes(files)).toEqual([
      { root: '', bytes: 66 },
      { root: 'packages/a', bytes: 10 },
    ]);
  });
});

describe('the build of the mini program refuses', () => {
  test('a runtime import of the contract', async () => {
    const problems = await problemsOf({
      'miniprogram/services/api.ts': `import { ping } from '@core/contract/index'; export const table = { booking: [ping] };`,
    });
    expect(problems).toEqual([
      'miniprogram/services/api.ts: "@core/contract/index" must not reach a phone: use "import type"',
    ]);
  });

  test('a validator', async () => {
    const problems = await problemsOf({
      'miniprogram/services/api.ts': `import * as v from 'valibot'; export const table = { booking: [String(v)] };`,
    });
    expect(problems).toEqual(['miniprogram/services/api.ts: "valibot" must not reach a phone']);
  });

  test('a component that is not there', async () => {
    const problems = await problemsOf({
      'miniprogram/pages/home/index.json': '{"usingComponents":{"own":"../../components/own/index"}}',
    });
    expect(problems).toEqual([
      'pages/home/index.json names components/own/index, which has no .js, .json, .wxml',
    ]);
  });

  test('a component that Vant does not have', async () => {
    const problems = await problemsOf({
      'miniprogram/pages/home/index.json': '{"usingComponents":{"own":"@vant/weapp/tree/index"}}',
    });
    expect(problems).toContain('@vant/weapp/tree/index.js does not exist');
  });

  test.each([
    ['styles', 'miniprogram/app.wxss', 'page { background: url(//pictures.example.com/a.png); }'],
    ['a template', 'miniprogram/pages/home/index.wxml', '<image src="https://pictures.example.com/a.png" />'],
    ['a script', 'miniprogram/app.ts', `App({ address: 'http://pictures.example.com/a' });`],
  ])('an address of another host in %s', async (_where, file, text) => {
    const problems = await problemsOf({ [file]: text });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('leads to another host');
  });

  test('nothing because of an address in a comment', async () => {
    await build({ 'miniprogram/app.ts': '// see https://pictures.example.com\nApp({});' });
  });
});
