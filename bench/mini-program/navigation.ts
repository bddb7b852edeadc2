import { buildSync } from 'esbuild';
import type { Page } from 'playwright-core';
import type { Navigation } from './in-page';

const script = (): string => {
  const entryPoints = ['bench/mini-program/in-page.ts'];
  const built = buildSync({ entryPoints, bundle: true, write: false, format: 'iife', target: 'es2022' });
  return built.outputFiles[0]?.text ?? '';
};

let kept: string | null = null;

/** Opens a page over the one in sight and goes back when it is shown. */
export async function measureNavigation(page: Page, url: string, sees: string): Promise<Navigation> {
  kept ??= script();
  if (!(await page.evaluate('"navigationProbe" in window'))) await page.evaluate(kept);
  const call = `navigationProbe(${JSON.stringify(url)}, ${JSON.stringify(sees)})`;
  const found = await page.evaluate<Navigation>(call);
  await page.evaluate('new Promise((done) => wx.navigateBack({ complete: () => setTimeout(done, 100) }))');
  return found;
}
