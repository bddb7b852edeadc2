import { buildSync } from 'esbuild';
import type { Page } from 'playwright-core';
import type { Question } from './probe/limits';

export { ELDERLY, NORMAL } from './probe/limits';

/** The files of `probe/` as one script for the browser. */
export const probeScript = (): string => {
  const built = buildSync({
    entryPoints: ['test/e2e/gallery/probe/in-page.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  });
  return built.outputFiles[0]?.text ?? '';
};

let script: string | null = null;

/** Puts the probe into a page that was just opened; it stays there until the page is loaded again. */
async function prepare(page: Page): Promise<void> {
  script ??= probeScript();
  if (!(await page.evaluate('"layoutProbe" in window'))) await page.evaluate(script);
}

/** Everything in sight that breaks a limit, with its node. */
export async function layoutFaults(page: Page, question: Question): Promise<string[]> {
  await prepare(page);
  return page.evaluate(`layoutProbe.faults(${JSON.stringify(question)})`);
}

/** Number of nodes, how deep they are nested and how many lie beside each other at most. */
export async function structureOf(page: Page): Promise<{ nodes: number; depth: number; children: number }> {
  await prepare(page);
  return page.evaluate('layoutProbe.structure()');
}
