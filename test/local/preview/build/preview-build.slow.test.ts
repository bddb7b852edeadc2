import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createPreviewBuild } from '../../../../local/preview/server/build/preview-build';
import { PreviewBuildError } from '../../../../local/preview/server/build/problems';
import type { PreviewBuild } from '../../../../local/preview/shared/preview-build';
import { copyFixture, type FixtureCopy } from '../fixture-mini-program';

let fixture: FixtureCopy;
let build: PreviewBuild | undefined;

beforeEach(() => {
  fixture = copyFixture();
});

afterEach(async () => {
  await build?.close();
  build = undefined;
  fixture.remove();
});

const start = async (): Promise<PreviewBuild> => {
  build = await createPreviewBuild({ miniprogramDir: fixture.dir });
  return build;
};

const problemsOf = async (attempt: Promise<unknown>): Promise<readonly string[]> => {
  const error = await attempt.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(PreviewBuildError);
  return (error as PreviewBuildError).problems;
};

describe('a faulty mini program', () => {
  test('is refused with the file of every fault at once', async () => {
    fixture.write('pages/home/home.json', '{ "usingComponents": { "gone": "../../components/gone/gone" } }');
    fixture.write(
      'pages/mine/mine.wxml',
      '<view>\n  <unknown-tag />\n  <image src="https://example.com/a.png" />\n</view>',
    );
    fixture.write(
      'pages/form/form.wxss',
      '.a { background: url(https://example.com/a.png) }\n.b { color: red',
    );
    fixture.write('pages/scope/scope.wxss', '.a { background: url(https://example.com/b.png) }');
    fixture.write('pages/scope/scope.js', "require('../../nothing');");
    fixture.write('pages/scope/scope.wxml', '<view wx:if="{{ a + }}"></view>');
    expect(await problemsOf(start())).toEqual(
      expect.arrayContaining([
        'pages/home/home.json  usingComponents: "gone" is not found at "../../components/gone/gone"',
        'pages/home/home.wxml:10  <counter> is neither built in nor declared in usingComponents',
        'pages/mine/mine.wxml:2  <unknown-tag> is neither built in nor declared in usingComponents',
        'pages/mine/mine.wxml:3  loads from outside: src="https://example.com/a.png"',
        'pages/form/form.wxss:2  Unclosed block',
        'pages/scope/scope.wxss:1  loads from outside: https://example.com/b.png',
        'pages/scope/scope.wxml:1  unexpected character inside expression',
        'pages/scope/scope.js:1  "../../nothing" is not found in the mini program',
      ]),
    );
  });

  test('tells a page that is not there and JSON that is none', async () => {
    fixture.write('app.json', '{ "pages": ["pages/home/home", "pages/none/none"] }');
    fixture.write('pages/home/home.json', '{');
    const problems = await problemsOf(start());
    expect(problems).toContain('pages/none/none.wxml  is missing');
    expect(problems.some((line) => line.startsWith('pages/home/home.json  is not valid JSON'))).toBe(true);
  });

  test('shows its problems on the phone when it broke after the start, and recovers', async () => {
    const preview = await start();
    const before = preview.phonePage();
    fixture.write('pages/home/home.js', 'Page({');
    const problems = await problemsOf(preview.rebuild());
    expect(problems[0]).toMatch(/^pages\/home\/home\.js:\d+ {2}/);
    expect(String(preview.asset('app/app.js')?.body)).toContain('pages/home/home.js');
    fixture.write('pages/home/home.js', 'Page({ data: { name: "修好了" } });');
    await preview.rebuild();
    expect(String(preview.asset('app/app.js')?.body)).toContain('修好了');
    expect(preview.phonePage()).not.toBe(before);
  });
});

describe('the build', () => {
  test('is quick to repeat', async () => {
    const preview = await start();
    fixture.write('pages/mine/mine.wxml', '<view>改过</view>');
    const begun = performance.now();
    await preview.rebuild();
    expect(performance.now() - begun).toBeLessThan(1000);
    expect(String(preview.asset('app/app.js')?.body)).toContain('改过');
  });

  test('serves pictures of the mini program and no sources', async () => {
    const preview = await start();
    fixture.write('components/dot.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
    expect(preview.asset('app/files/components/dot.svg')?.contentType).toBe('image/svg+xml');
    expect(preview.asset('app/files/app.js')).toBeUndefined();
    expect(preview.asset('app/files/../../../etc/hostname')).toBeUndefined();
    expect(preview.asset('app/files/none.png')).toBeUndefined();
  });

  test('hides what a mini program has not got: window, document, fetch', async () => {
    fixture.write(
      'app.js',
      'App({ kinds: [typeof window, typeof document, typeof fetch, typeof localStorage] });',
    );
    const preview = await start();
    const script = String(preview.asset('app/app.js')?.body);
    expect(/kinds: \[[^\]]*\]/.exec(script)?.[0]).not.toMatch(/window|document|fetch|localStorage/);
  });
});
