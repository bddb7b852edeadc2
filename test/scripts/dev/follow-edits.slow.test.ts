import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import path from 'node:path';
import type { BuildWatch } from '../../../scripts/build/watch-build';
import { followEdits } from '../../../scripts/dev/follow-edits';
import { startHospital, type RunningHospital } from '../../../scripts/start/start-hospital';
import { checkoutCopy, type CheckoutCopy } from './checkout-copy';

let copy: CheckoutCopy;
let running: RunningHospital;
let watch: BuildWatch;
const said: string[] = [];

beforeAll(async () => {
  copy = checkoutCopy();
  running = await startHospital({ root: copy.root, hospitalDir: path.resolve('test/local/hospital/tiny') });
  watch = followEdits({
    root: copy.root,
    outDir: path.join(copy.root, 'dist'),
    cloud: running.cloud,
    preview: running.preview,
    say: (line) => said.push(line),
    interval: 50,
  });
}, 60_000);

afterAll(async () => {
  await watch.close();
  await running.close();
  copy.remove();
});

/** Waits until the developer was told. */
async function untilSaid(words: string): Promise<void> {
  for (let waited = 0; waited < 10_000; waited += 20) {
    if (said.some((line) => line.includes(words))) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`"${words}" was not said, but: ${said.join(' | ')}`);
}

const homeTitle = async (): Promise<unknown> => {
  const data = { procedure: 'getHome', input: {} };
  const answer = await running.cloud.invoke({ name: 'catalog', data, openid: 'someone' });
  return (answer.result as { value: { organization: { campus: string } } }).value.organization.campus;
};

describe('while it runs', () => {
  test('an edited function is swapped and answers anew', async () => {
    expect(await homeTitle()).not.toBe('edited');
    copy.edit(
      'cloudfunctions/catalog/get-home.ts',
      'accept({ organization,',
      "accept({ organization: { ...organization, campus: 'edited' },",
    );
    await untilSaid('swapped catalog');
    expect(await homeTitle()).toBe('edited');
  }, 20_000);

  test('an edited page is built into what the phone loads', async () => {
    const script = `${running.url}/preview/app/app.js`;
    expect(await (await fetch(script)).text()).not.toContain('edited-title');
    copy.edit('miniprogram/pages/home/index.wxml', '医路通', 'edited-title');
    await untilSaid('reloaded the pages');
    expect(await (await fetch(script)).text()).toContain('edited-title');
  }, 20_000);

  test('a faulty edit is told and nothing stops', async () => {
    copy.edit('cloudfunctions/catalog/get-home.ts', 'export const', 'export konst');
    await untilSaid('catalog: ');
    expect(await homeTitle()).toBe('edited');
  }, 20_000);
});
