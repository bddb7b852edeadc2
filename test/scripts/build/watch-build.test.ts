import { afterEach, describe, expect, test } from '@jest/globals';
import { buildAll } from '../../../scripts/build/build-all';
import { watchBuild, type BuildChange, type BuildWatch } from '../../../scripts/build/watch-build';
import { smallProject, type SmallProject } from './small-project';

let project: SmallProject | undefined;
let watch: BuildWatch | undefined;
afterEach(async () => {
  await watch?.close();
  project?.remove();
});

/** The next thing that the watch reports after an edit. */
async function afterEdit(file: string, text: string): Promise<BuildChange | readonly string[]> {
  const started = (project = smallProject());
  await buildAll(started);
  const reported = new Promise<BuildChange | readonly string[]>((resolve) => {
    watch = watchBuild({ ...started, interval: 20, onChange: resolve, onProblems: resolve });
  });
  started.write(file, text);
  return reported;
}

describe('the watch', () => {
  test('builds the mini program when a page changes, and no function', async () => {
    const change = await afterEdit('miniprogram/pages/home/index.wxml', '<view>Changed</view>');
    expect(change).toEqual({ miniprogram: true, functions: [] });
  });

  test('names only the function whose bundle is different', async () => {
    const change = await afterEdit(
      'cloudfunctions/_kernel/shout.ts',
      'export const shout = (s: string) => s;',
    );
    expect(change).toEqual({ miniprogram: false, functions: ['booking'] });
  });

  test('says what is wrong with an edit and goes on', async () => {
    const problems = await afterEdit(
      'miniprogram/pages/home/index.json',
      '{"usingComponents":{"x":"/none"}}',
    );
    expect(problems).toEqual(['pages/home/index.json names none, which has no .js, .json, .wxml']);
  });
});
